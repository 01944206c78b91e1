package io.closeout.exchange.testing;

import io.closeout.access.Actor;
import io.closeout.reporting.excel.ExportedCells;
import io.closeout.reporting.excel.PoamWorkbook;
import io.closeout.reporting.excel.PoamWorkbooks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Our own export in the hands of somebody with a spreadsheet program, who keeps one item in it. */
public final class EditedExport {

    private final XSSFWorkbook workbook;
    private final String id;

    private EditedExport(XSSFWorkbook workbook, String id) {
        this.workbook = workbook;
        this.id = id;
    }

    public static EditedExport of(Object id, PoamWorkbooks exports, Actor by) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PoamWorkbook export = exports.make("closeout", null, by)) {
            export.writeTo(bytes);
        }
        return of(id, new ByteArrayInputStream(bytes.toByteArray()));
    }

    public static EditedExport of(Object id, InputStream export) throws IOException {
        EditedExport edited = new EditedExport(new XSSFWorkbook(export), id.toString());
        edited.keepOne("Open");
        edited.keepOne("Closed");
        return edited;
    }

    private void keepOne(String sheet) {
        Sheet rows = workbook.getSheet(sheet);
        for (int i = rows.getLastRowNum(); i > 0; i--) {
            Row row = rows.getRow(i);
            if (row != null && !row.getCell(0).getStringCellValue().equals(id)) {
                rows.removeRow(row);
            }
        }
    }

    public EditedExport with(String heading, String text) {
        Cell cell = cell(heading);
        // POI leaves the text of the streamed file beside the new one otherwise
        cell.setBlank();
        cell.setCellValue(text);
        return this;
    }

    public EditedExport with(String heading, LocalDate day) {
        cell(heading).setCellValue(day);
        return this;
    }

    public EditedExport with(String heading, double number) {
        cell(heading).setCellValue(number);
        return this;
    }

    public String text(String heading) {
        return cell(heading).getStringCellValue();
    }

    public EditedExport withoutTheNote() {
        workbook.removeSheetAt(workbook.getSheetIndex(ExportedCells.SHEET));
        return this;
    }

    public EditedExport withoutTheColumn(String heading) {
        for (String sheet : new String[] {"Open", "Closed"}) {
            Row head = workbook.getSheet(sheet).getRow(0);
            Cell cell = head.getCell(column(head, heading));
            cell.setBlank();
            cell.setCellValue("Mine");
        }
        return this;
    }

    private Cell cell(String heading) {
        return StreamSupport.stream(workbook.spliterator(), false)
                .filter(sheet -> sheet.getSheetName().equals("Open")
                        || sheet.getSheetName().equals("Closed"))
                .flatMap(sheet -> StreamSupport.stream(sheet.spliterator(), false))
                .filter(row -> row.getRowNum() > 0)
                .map(row -> row.getCell(
                        column(row.getSheet().getRow(0), heading), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK))
                .findFirst()
                .orElseThrow();
    }

    private static int column(Row head, String heading) {
        return IntStream.range(0, head.getLastCellNum())
                .filter(i -> head.getCell(i).getStringCellValue().equals(heading))
                .findFirst()
                .orElseThrow();
    }

    public ByteArrayInputStream bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
