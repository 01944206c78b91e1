package io.closeout.exchange.testing;

import io.closeout.intake.parser.ScanInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook as a test writes it, row by row. */
public final class WrittenWorkbook {

    public static final String[] FEDRAMP = {
        "POAM ID",
        "Controls",
        "Weakness Name",
        "Weakness Description",
        "Weakness Detector Source",
        "Weakness Source Identifier",
        "Asset Identifier",
        "Point of Contact",
        "Resources Required",
        "Overall Remediation Plan",
        "Original Detection Date",
        "Scheduled Completion Date",
        "Planned Milestones",
        "Milestone Changes",
        "Status Date",
        "Vendor Dependency",
        "Original Risk Rating",
        "Adjusted Risk Rating",
        "Risk Adjustment",
        "False Positive",
        "Operational Requirement",
        "Comments",
        "CVE"
    };

    public static final String[] EMASS = {
        "",
        "POA&M Item ID",
        "Control Vulnerability Description",
        "Controls / APs",
        "Security Checks",
        "POA&M Status",
        "POA&M Scheduled Completion Date",
        "POA&M Completion Date",
        "Milestone ID",
        "Milestone Description",
        "Milestone Status",
        "Milestone Status Comments",
        "Milestone Scheduled Completion Date",
        "Milestone Completion Date",
        "Identification Source ",
        "Office/Org",
        "Resources Required",
        "Comments",
        " Raw Severity",
        "Mitigations",
        "Severity",
        "Residual Risk Level"
    };

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final CellStyle day = workbook.createCellStyle();
    private Sheet sheet;

    public WrittenWorkbook(String firstSheet) {
        day.setDataFormat(workbook.createDataFormat().getFormat("m/d/yyyy"));
        sheet = workbook.createSheet(firstSheet);
    }

    public WrittenWorkbook sheet(String name) {
        sheet = workbook.createSheet(name);
        return this;
    }

    public WrittenWorkbook hidden(String name) {
        sheet(name);
        workbook.setSheetHidden(workbook.getSheetIndex(name), true);
        return this;
    }

    /** Below the last row. Strings, numbers, days; null leaves the cell out. */
    public WrittenWorkbook row(Object... cells) {
        Row row = sheet.createRow(sheet.getPhysicalNumberOfRows() == 0 ? 0 : sheet.getLastRowNum() + 1);
        for (int i = 0; i < cells.length; i++) {
            put(row.createCell(i), cells[i]);
        }
        return this;
    }

    /** A row by the headings of its layout. */
    public WrittenWorkbook row(String[] headings, Map<String, ?> cells) {
        Object[] row = new Object[headings.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = cells.get(headings[i].strip());
        }
        return row(row);
    }

    private void put(Cell cell, Object value) {
        if (value instanceof LocalDate date) {
            cell.setCellValue(date);
            cell.setCellStyle(day);
        } else if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value != null) {
            cell.setCellValue(value.toString());
        }
    }

    /** For what is not written by rows. */
    public XSSFWorkbook poi() {
        return workbook;
    }

    public Sheet current() {
        return sheet;
    }

    public byte[] bytes() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ScanInput file() {
        byte[] bytes = bytes();
        return ScanInput.of("poam.xlsx", () -> new ByteArrayInputStream(bytes));
    }
}
