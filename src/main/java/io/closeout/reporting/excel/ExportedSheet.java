package io.closeout.reporting.excel;

import io.closeout.reporting.PoamRow;
import java.util.Collection;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/** The hidden note of what was written. Rows leave memory as they are added. */
final class ExportedSheet {

    private final Sheet sheet;
    private int rows;

    ExportedSheet(Sheet sheet) {
        this.sheet = sheet;
        write(WorkbookColumn.ID.heading, ExportedCells.headings());
    }

    void add(PoamRow item) {
        write(
                item.item().id(),
                ExportedCells.of(item).values().stream()
                        .map(ExportedCells::digest)
                        .toList());
    }

    private void write(String first, Collection<String> others) {
        Row row = sheet.createRow(rows++);
        int[] column = new int[1];
        Stream.concat(Stream.of(first), others.stream())
                .forEach(text -> row.createCell(column[0]++).setCellValue(text));
    }
}
