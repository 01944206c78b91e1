package io.closeout.reporting.excel;

import io.closeout.reporting.PoamRow;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * The cells of our workbook, kept in memory and written by POI as it comes: what the bench measures us against. Only for
 * the bench.
 */
public final class RecordedCells implements CellSink {

    private final XSSFWorkbook template = new XSSFWorkbook();
    private final CellStyles styles = new CellStyles(template);
    private final Cells cells = new Cells(styles, this);
    private final List<RecordedCell[]> open = new ArrayList<>();
    private final List<RecordedCell[]> closed = new ArrayList<>();
    private final List<RecordedCell> row = new ArrayList<>();
    /** By identity of the style: POI compares styles, and hashes them, by their XML. */
    private final Map<CellStyle, Map<@Nullable Object, RecordedCell>> known = new IdentityHashMap<>();

    /** @param content text, a number, or nothing */
    private record RecordedCell(@Nullable Object content, CellStyle style) {}

    public void addOpen(PoamRow item) {
        open.add(record(WorkbookColumn.ofOpen(), item));
    }

    public void addClosed(PoamRow item) {
        closed.add(record(WorkbookColumn.ofClosed(), item));
    }

    private RecordedCell[] record(List<WorkbookColumn> columns, PoamRow item) {
        row.clear();
        columns.forEach(column -> column.write(item, cells));
        return row.toArray(RecordedCell[]::new);
    }

    /** Can be done once. */
    public void writeTo(OutputStream out) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(template)) {
            write(workbook.createSheet("Open"), open);
            write(workbook.createSheet("Closed"), closed);
            workbook.write(out);
        }
    }

    private static void write(Sheet sheet, List<RecordedCell[]> rows) {
        for (int i = 0; i < rows.size(); i++) {
            Row row = sheet.createRow(i);
            RecordedCell[] values = rows.get(i);
            for (int column = 0; column < values.length; column++) {
                write(row.createCell(column), values[column]);
            }
        }
    }

    private static void write(Cell cell, RecordedCell recorded) {
        cell.setCellStyle(recorded.style());
        if (recorded.content() instanceof String text) {
            cell.setCellValue(text);
        } else if (recorded.content() instanceof Double number) {
            cell.setCellValue(number);
        }
    }

    @Override
    public void text(String text, CellStyle style) {
        keep(text, style);
    }

    @Override
    public void number(double number, CellStyle style) {
        keep(number, style);
    }

    @Override
    public void empty(CellStyle style) {
        keep(null, style);
    }

    /** Equal cells once, so that all fit into memory. */
    private void keep(@Nullable Object content, CellStyle style) {
        row.add(known.computeIfAbsent(style, first -> new HashMap<>())
                .computeIfAbsent(content, first -> new RecordedCell(content, style)));
    }
}
