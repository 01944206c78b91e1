package io.closeout.reporting.excel;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/** What the workbook is, from when, from where, and what its columns mean. */
final class AboutSheet {

    private final Sheet sheet;
    private final CellStyles styles;
    private int rows;

    AboutSheet(Sheet sheet, CellStyles styles) {
        this.sheet = sheet;
        this.styles = styles;
        sheet.setColumnWidth(0, 30 * 256);
        sheet.setColumnWidth(1, 120 * 256);
        sheet.setDisplayGridlines(false);
    }

    void title(String title) {
        put(sheet.createRow(rows++), 0, title, styles.title);
        rows++;
    }

    void fact(String label, String text) {
        Row row = sheet.createRow(rows++);
        put(row, 0, label, styles.label);
        put(row, 1, text, CellText.looksLikeFormula(text) ? styles.quotedText : styles.text);
    }

    void count(String label, int count) {
        Row row = sheet.createRow(rows++);
        put(row, 0, label, styles.label);
        Cell cell = row.createCell(1);
        cell.setCellValue(count);
        cell.setCellStyle(styles.count);
    }

    void meanings() {
        rows++;
        Row heading = sheet.createRow(rows++);
        put(heading, 0, "Column", styles.heading);
        put(heading, 1, "Meaning", styles.heading);
        for (WorkbookColumn column : WorkbookColumn.values()) {
            fact(column.heading, column.meaning + (column.isOnlyForClosed() ? " Only on the sheet Closed." : ""));
        }
    }

    private static void put(Row row, int column, String text, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellValue(CellText.of(text));
        cell.setCellStyle(style);
    }
}
