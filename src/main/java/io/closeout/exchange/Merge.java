package io.closeout.exchange;

import io.closeout.access.Actor;
import io.closeout.exchange.ComparedCell.Change;
import io.closeout.exchange.reader.Layout;
import io.closeout.exchange.reader.ReadItem;
import io.closeout.exchange.reader.ReadWorkbook;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.reporting.PoamRow;
import io.closeout.reporting.PoamRows;
import io.closeout.reporting.excel.ExportedCells;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts rows beside the items of the register whose ids they bear. */
@Component
class Merge {

    private final Register register;
    private final PoamRows rows;
    private final MergeRules rules;

    Merge(Register register, PoamRows rows, MergeRules rules) {
        this.register = register;
        this.rows = rows;
        this.rules = rules;
    }

    /** One workbook beside one state of the register. */
    final class Session {

        private final Layout layout;
        private final String scope;
        private final Map<String, PoamItem> items;
        private final Map<String, PoamRow> exports;
        private final ExportNote note;
        private final Actor by;

        private Session(
                ReadWorkbook read, String scope, Map<String, PoamItem> items, Map<String, PoamRow> exports, Actor by) {
            this.layout = read.layout();
            this.scope = scope;
            this.items = items;
            this.exports = exports;
            this.note = new ExportNote(read.exported());
            this.by = by;
        }

        /** Empty for a row that bears no id of ours. */
        Optional<ComparedRow> row(ReadItem read) {
            return Optional.ofNullable(items.get(read.id())).map(item -> row(read, item));
        }

        private ComparedRow row(ReadItem read, PoamItem item) {
            if (!item.scopeId().equals(scope)) {
                return ComparedRow.leftOut(
                        read, item.id() + " belongs to the scope " + item.scopeId() + ". Hand it in for that one.");
            }
            List<ComparedCell> cells = cells(read, item);
            if (isAnother(cells)) {
                return ComparedRow.leftOut(
                        read,
                        item.id() + " is another item here: \"" + item.title()
                                + "\". Does the workbook come from another Closeout? Give the row an id of its own.");
            }
            return ComparedRow.merged(read, item.id(), cells, read.notes());
        }

        private static boolean isAnother(List<ComparedCell> cells) {
            Set<MergeField> differ = cells.stream().map(ComparedCell::field).collect(Collectors.toSet());
            return differ.contains(MergeField.TITLE) && differ.contains(MergeField.DETECTED_ON);
        }

        private List<ComparedCell> cells(ReadItem read, PoamItem item) {
            PoamRow export = exports.get(item.id().text());
            Map<String, String> register = export == null ? Map.of() : ExportedCells.of(export);
            List<ComparedCell> cells = new ArrayList<>();
            WorkbookCells.of(read, layout).forEach((field, inWorkbook) -> {
                String inRegister = register.getOrDefault(field.heading(), "");
                if (!inRegister.equals(inWorkbook)) {
                    cells.add(cell(field, inRegister, inWorkbook, read, item));
                }
            });
            return cells;
        }

        private ComparedCell cell(
                MergeField field, String inRegister, String inWorkbook, ReadItem read, PoamItem item) {
            Change change = note.change(item.id(), field, inRegister, inWorkbook);
            String refused = change == Change.REGISTER ? null : rules.whyNot(field, inWorkbook, read, item, by);
            return new ComparedCell(item.id(), field, inRegister, inWorkbook, change, refused);
        }
    }

    /** Reads what the register has of the items that the workbook names. Needs the caller's transaction. */
    Session session(ReadWorkbook read, String scope, Actor by) {
        Set<String> ids =
                read.items().stream().map(ReadItem::id).filter(PoamId::isOne).collect(Collectors.toSet());
        Map<String, PoamItem> items = new HashMap<>();
        register.all(ids).forEach((id, item) -> items.put(item.id().text(), item));
        Map<String, PoamRow> exports = new HashMap<>();
        if (!items.isEmpty()) {
            rows.each(scope, row -> {
                if (items.containsKey(row.item().id())) {
                    exports.put(row.item().id(), row);
                }
            });
        }
        return new Session(read, scope, items, exports, by);
    }
}
