package io.closeout.reporting.excel;

import io.closeout.reporting.PoamRow;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** A sheet of items, one per row under a heading that stays in sight. Rows leave memory as they are added. */
final class ItemSheet implements CellSink {

    private static final float HEADING_HEIGHT = 38;
    private static final float LINE_HEIGHT = 12;

    /** "Row height: 409 points": Excel specifications and limits. */
    private static final float TALLEST = 409;

    private final SXSSFSheet sheet;
    private final List<WorkbookColumn> columns;
    private final Cells cells;
    private SXSSFRow row;
    private int column;
    private int lines;
    private int items;

    ItemSheet(SXSSFSheet sheet, List<WorkbookColumn> columns, CellStyles styles) {
        this.sheet = sheet;
        this.columns = columns;
        this.cells = new Cells(styles, this);
        this.row = sheet.createRow(0);
        row.setHeightInPoints(HEADING_HEIGHT);
        for (int i = 0; i < columns.size(); i++) {
            sheet.setColumnWidth(i, columns.get(i).kind.width());
            text(columns.get(i).heading, styles.heading);
        }
        sheet.createFreezePane(1, 1);
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
    }

    void add(PoamRow item) {
        items++;
        row = sheet.createRow(items);
        column = 0;
        lines = 1;
        for (WorkbookColumn each : columns) {
            each.write(item, cells);
        }
        // LibreOffice does not fit the rows of a streamed file by itself
        row.setHeightInPoints(Math.min(TALLEST, lines * LINE_HEIGHT + 2));
    }

    int items() {
        return items;
    }

    /** To be called once, after the last item. */
    void finish() {
        sheet.setAutoFilter(new CellRangeAddress(0, items, 0, columns.size() - 1));
    }

    @Override
    public void text(String text, CellStyle style) {
        lines = Math.max(lines, columns.get(column).kind.linesOf(text));
        next(style).setCellValue(text);
    }

    @Override
    public void number(double number, CellStyle style) {
        next(style).setCellValue(number);
    }

    @Override
    public void empty(CellStyle style) {
        next(style);
    }

    private Cell next(CellStyle style) {
        Cell cell = row.createCell(column++);
        cell.setCellStyle(style);
        return cell;
    }
}
