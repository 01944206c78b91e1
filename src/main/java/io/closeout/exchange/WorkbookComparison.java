package io.closeout.exchange;

import io.closeout.access.Actor;
import io.closeout.exchange.reader.ReadItem;
import io.closeout.exchange.reader.ReadWorkbook;
import io.closeout.register.PoamId;
import io.closeout.shared.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts a workbook beside the register. */
@Component
class WorkbookComparison {

    private final TakenRows taken;
    private final RowTakeover takeover;
    private final Merge merge;

    WorkbookComparison(TakenRows taken, RowTakeover takeover, Merge merge) {
        this.taken = taken;
        this.takeover = takeover;
        this.merge = merge;
    }

    Comparison compare(HandedIn handedIn, ReadWorkbook read, Actor by) {
        Map<String, PoamId> known = taken.items(handedIn.scopeId(), read.layout());
        Merge.Session beside = merge.session(read, handedIn.scopeId(), by);
        Map<String, ReadItem> first = new HashMap<>();
        List<ComparedRow> rows = new ArrayList<>();
        for (ReadItem item : read.items()) {
            ReadItem before = first.putIfAbsent(item.key(), item);
            rows.add(before == null ? beside.row(item).orElseGet(() -> row(item, known)) : twice(item, before));
        }
        read.leftOut().forEach(each -> rows.add(ComparedRow.leftOut(each.place(), each.why())));
        return new Comparison(rows);
    }

    private static ComparedRow twice(ReadItem item, ReadItem before) {
        return ComparedRow.leftOut(
                item,
                item.id().isEmpty()
                        ? before.place() + " says the same"
                        : "the id " + item.id() + " stands in " + before.place() + " as well");
    }

    private ComparedRow row(ReadItem item, Map<String, PoamId> known) {
        PoamId taken = known.get(item.key());
        if (taken != null) {
            return ComparedRow.known(item, taken);
        }
        try {
            return ComparedRow.fresh(item, takeover.notes(item));
        } catch (Refused refused) {
            return ComparedRow.leftOut(item, String.valueOf(refused.getMessage()));
        }
    }
}
