package io.closeout.exchange.reader;

import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.registry.WorkbookFile;
import io.closeout.intake.parser.workbook.WorkbookTable;
import io.closeout.reporting.excel.ExportedCells;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a workbook into memory, within limits that no POA&amp;M of people comes near. */
public final class WorkbookReader {

    static final int MOST_ROWS = 20_000;

    /** Of all cells together, in characters. */
    static final long MOST_TEXT = 48L * 1024 * 1024;

    private static final int ROWS_BEFORE_HEADINGS = 30;

    /** Sheets with which eMASS explains its columns; they have the same headings. */
    private static final Set<String> EXPLANATIONS = Set.of("instructions", "example", "examples");

    private final List<ReadItem> items = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final Map<String, List<String>> exported = new HashMap<>();
    private @Nullable Layout layout;
    private int rows;
    private long text;

    private WorkbookReader() {}

    /** @throws ScanUnreadable if it is no workbook, a broken one, one beyond the limits, or none of a layout that is known */
    public static ReadWorkbook read(ScanInput in) throws IOException {
        return new WorkbookReader().readAll(in);
    }

    private ReadWorkbook readAll(ScanInput in) throws IOException {
        List<String> strangers = new ArrayList<>();
        for (WorkbookTable sheet : WorkbookFile.open(in).tables()) {
            if (sheet.hidden()) {
                readExported(sheet);
            } else if (EXPLANATIONS.contains(sheet.title().strip().toLowerCase(Locale.ROOT)) || !readItems(sheet)) {
                strangers.add(sheet.title());
            }
        }
        Layout known = layout;
        if (known == null) {
            throw ScanUnreadable.because(
                    "No sheet of it has the columns of a POA&M in the layout of Closeout, FedRAMP or eMASS. The row of headings must be among the first "
                            + ROWS_BEFORE_HEADINGS + "; name the columns as the layout does.");
        }
        strangers.forEach(each -> leftOut.add(new LeftOut(new Place(each, 0), "it holds no items")));
        return new ReadWorkbook(known, items, leftOut, exported);
    }

    private void readExported(WorkbookTable sheet) throws IOException {
        if (sheet.title().equals(ExportedCells.SHEET)) {
            sheet.read((row, cells) -> {
                count(sheet.title(), row, cells);
                if (cells.size() > 1) {
                    exported.put(cells.get(0).strip(), List.copyOf(cells.subList(1, cells.size())));
                }
                return true;
            });
        }
    }

    /** @return whether its columns are those of items */
    private boolean readItems(WorkbookTable sheet) throws IOException {
        SheetItems[] into = new SheetItems[1];
        sheet.read((row, cells) -> {
            count(sheet.title(), row, cells);
            if (into[0] != null) {
                into[0].add(row, cells);
                return true;
            }
            Headings.in(cells).ifPresent(found -> into[0] = begin(sheet.title(), found));
            return into[0] != null || row < ROWS_BEFORE_HEADINGS;
        });
        if (into[0] != null) {
            into[0].finish();
        }
        return into[0] != null;
    }

    private SheetItems begin(String sheet, Headings headings) {
        headings.mustBeClear(sheet);
        if (layout != null && layout != headings.layout()) {
            throw ScanUnreadable.at(
                    "sheet " + sheet,
                    "it has the layout of " + headings.layout().label() + ", the sheet before that of " + layout.label()
                            + ". Hand them in as two workbooks.");
        }
        layout = headings.layout();
        return new SheetItems(headings, sheet, items, leftOut);
    }

    private void count(String sheet, int row, List<String> cells) {
        rows += cells.stream().allMatch(String::isBlank) ? 0 : 1;
        text += cells.stream().mapToLong(String::length).sum();
        if (rows > MOST_ROWS || text > MOST_TEXT) {
            throw ScanUnreadable.at(
                    new Place(sheet, row).toString(),
                    "the workbook is larger than %,d rows or %,d characters. Divide it and hand in the parts."
                            .formatted(MOST_ROWS, MOST_TEXT));
        }
    }
}
