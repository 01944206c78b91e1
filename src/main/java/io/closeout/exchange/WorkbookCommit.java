package io.closeout.exchange;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.exchange.HandedIn.Counts;
import io.closeout.exchange.reader.Place;
import io.closeout.exchange.reader.ReadItem;
import io.closeout.exchange.reader.ReadWorkbook;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.register.ItemTakeover;
import io.closeout.register.PoamItem;
import io.closeout.register.Takeovers;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Carries out what was decided on a workbook, in the caller's transaction. */
@Component
class WorkbookCommit {

    private final RowTakeover takeover;
    private final Takeovers register;
    private final TakenRows taken;
    private final MergeCommit merge;
    private final Ledger ledger;

    WorkbookCommit(RowTakeover takeover, Takeovers register, TakenRows taken, MergeCommit merge, Ledger ledger) {
        this.takeover = takeover;
        this.register = register;
        this.taken = taken;
        this.merge = merge;
        this.ledger = ledger;
    }

    Counts commit(HandedIn handedIn, ReadWorkbook read, Comparison comparison, Decision decision, Actor by) {
        List<PoamItem> items = open(handedIn, fresh(read, comparison), by);
        int history = (int) items.stream().filter(PoamItem::hasEnded).count();
        Counts merged = merge.commit(handedIn, read, comparison, decision, by);
        return new Counts(items.size() - history, history, merged.changed(), merged.requests());
    }

    private static List<ReadItem> fresh(ReadWorkbook read, Comparison comparison) {
        Set<Place> places = Stream.of(Outcome.OPENS, Outcome.HISTORY)
                .flatMap(outcome -> comparison.of(outcome).stream())
                .map(ComparedRow::place)
                .collect(Collectors.toSet());
        return read.items().stream()
                .filter(each -> places.contains(each.place()))
                .toList();
    }

    private List<PoamItem> open(HandedIn handedIn, List<ReadItem> rows, Actor by) {
        if (rows.isEmpty()) {
            return List.of();
        }
        by.mustBeIn("take over items from a workbook", Group.ISSM);
        List<ItemTakeover> wanted =
                rows.stream().map(each -> takeover.of(each, handedIn)).toList();
        List<PoamItem> items = register.take(wanted, by);
        for (int i = 0; i < items.size(); i++) {
            record(items.get(i), handedIn, rows.get(i), by);
        }
        return items;
    }

    private void record(PoamItem item, HandedIn handedIn, ReadItem row, Actor by) {
        taken.insert(item.id(), handedIn, row);
        ledger.append(LedgerEntry.of("itemTakenOver", item.id().subject(), by)
                .with("workbook", handedIn.fileName())
                .with("digest", handedIn.fileDigest())
                .with("layout", handedIn.layout().id())
                .with("row", row.place())
                .with("ownId", row.id().isEmpty() ? null : row.id())
                .with("originalRating", row.rating().original()));
    }
}
