package io.closeout.intake.parser.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.Skipped;
import io.closeout.intake.parser.registry.ParserRegistry;
import io.closeout.shared.Severity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class WorkbookTest {

    private static final byte[] FINDINGS = workbook(book -> {
        Sheet about = book.createSheet("About");
        row(about, 0, "Made by hand");
        Sheet sheet = book.createSheet("Findings");
        row(sheet, 0, "Our findings");
        row(sheet, 3, "Title", "Severity", "Host", "Port", "CVSS", "Description");
        Row first = row(sheet, 4, "Old web server", "High", "web1");
        first.createCell(3).setCellValue(443);
        first.createCell(4).setCellFormula("7+0.5");
        first.createCell(5).setCellValue("It is \"old\",\nvery old");
        row(sheet, 6, "Shared password", "Medium", "10.0.0.7");
        book.setSheetHidden(book.getSheetIndex(book.createSheet("Lists")), true);
        book.getCreationHelper().createFormulaEvaluator().evaluateAll();
    });

    private static byte[] workbook(Consumer<XSSFWorkbook> content) {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            content.accept(book);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Row row(Sheet sheet, int number, String... cells) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
        return row;
    }

    private static ScanInput input(byte[] bytes) {
        return ScanInput.of("audit", () -> new ByteArrayInputStream(bytes));
    }

    private static CollectedScan read(byte[] bytes) throws IOException {
        CollectedScan scan = new CollectedScan();
        new ParserRegistry().read(input(bytes), scan);
        return scan;
    }

    private static byte[] zip(String name, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    @Test
    void isReadAsTheFirstSheetWhoseColumnsAreKnown() throws IOException {
        CollectedScan scan = read(FINDINGS);
        assertThat(scan.records)
                .extracting(record -> record.title())
                .containsExactly("Old web server", "Shared password");
        assertThat(scan.records.get(0).severity()).isEqualTo(Severity.HIGH);
        assertThat(scan.records.get(0).sighting().location()).isEqualTo("443/tcp");
        assertThat(scan.records.get(0).cvss().v3()).isEqualTo(7.5);
        assertThat(scan.records.get(0).description()).isEqualTo("It is \"old\",\nvery old");
        assertThat(scan.skipped)
                .containsExactly(new Skipped("audit, sheet About", "is another sheet, which was not read"));
    }

    @Test
    void isReadOutOfAnArchiveToo() throws IOException {
        assertThat(read(zip("audit.xlsx", FINDINGS)).records).hasSize(2);
    }

    @Test
    void namesRowsAsTheSpreadsheetDoes() throws IOException {
        byte[] strange = workbook(book -> {
            Sheet sheet = book.createSheet();
            row(sheet, 1, "Title", "Severity");
            row(sheet, 4, "Two\nlines", "High");
            row(sheet, 7, "Odd", "Terrible");
        });
        assertThat(read(strange).skipped)
                .containsExactly(Skipped.result("row 8", "\"Odd\" has the unknown severity \"Terrible\""));
    }

    @Test
    void showsDaysAsDaysAndNumbersAsTheSpreadsheetDoes() throws IOException {
        byte[] bytes = workbook(book -> {
            CellStyle day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("dd.mm.yyyy"));
            Row row = book.createSheet().createRow(0);
            row.createCell(0).setCellValue(LocalDate.parse("2026-11-20"));
            row.getCell(0).setCellStyle(day);
            row.createCell(1).setCellValue(LocalDateTime.parse("2026-11-20T14:30:00"));
            row.getCell(1).setCellStyle(day);
            row.createCell(2).setCellValue(0.1 + 0.2);
            row.createCell(3).setCellValue(true);
            row.createCell(5).setCellValue(12);
        });
        List<ScanInput> sheets = new ParserRegistry().tables(input(FINDINGS));
        assertThat(sheets).extracting(sheet -> sheet.sheet().orElseThrow()).containsExactly("Findings");
        assertThat(text(bytes)).isEqualTo("\"2026-11-20\",\"2026-11-20 14:30:00\",\"0.3\",\"TRUE\",,\"12\"\n");
    }

    private static String text(byte[] workbook) throws IOException {
        java.util.Map<String, ScanInput> parts = new java.util.HashMap<>();
        try (java.util.zip.ZipInputStream zip = new java.util.zip.ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readAllBytes();
                parts.put(entry.getName(), ScanInput.of(entry.getName(), () -> new ByteArrayInputStream(content)));
            }
        }
        try (InputStream sheet =
                Workbook.of(parts).orElseThrow().sheets().get(0).open()) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void ofAnOldOrProtectedKindIsRefusedWithAdvice() {
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        assertThatThrownBy(() -> read(old)).isInstanceOf(ScanUnreadable.class).hasMessageContaining("as .xlsx");
        assertThatThrownBy(() -> read(zip("xl/workbook.bin", new byte[3])))
                .isInstanceOf(ScanUnreadable.class)
                .hasMessageContaining(".xlsb");
    }

    @Test
    void ofPoamItemsIsNoTableOfFindings() {
        byte[] poam = workbook(book -> row(book.createSheet(), 4, "POAM ID", "Title", "Severity"));
        assertThatThrownBy(() -> read(poam)).isInstanceOf(ScanUnreadable.class).hasMessageContaining("It is a POA&M");
    }

    @Test
    void ofUnknownColumnsAsksForThem() {
        byte[] unknown = workbook(book -> {
            Sheet sheet = book.createSheet();
            row(sheet, 0, "Befund", "Stufe", "Maschine");
            row(sheet, 1, "Alt", "hoch", "web1");
        });
        assertThatThrownBy(() -> read(unknown))
                .isInstanceOfSatisfying(ScanUnreadable.class, asks -> assertThat(asks.asksForColumns())
                        .isTrue());
    }

    @Test
    void whoseSheetIsABombOrCutOffIsRefused() throws IOException {
        byte[] row = "<row><c t=\"inlineStr\"><is><t>x</t></is></c></row>".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream sheet = new ByteArrayOutputStream();
        sheet.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 2_000_000; i++) {
            sheet.write(row);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r=\"r\"><sheets><sheet name=\"A\" r:id=\"1\"/></sheets></workbook>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"1\" Target=\"worksheets/a.xml\"/></Relationships>");
            zip.putNextEntry(new ZipEntry("xl/worksheets/a.xml"));
            zip.write(sheet.toByteArray());
        }
        assertThatThrownBy(() -> read(bytes.toByteArray()))
                .isInstanceOf(ScanUnreadable.class)
                .hasMessageContaining("unpacks to more than");
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
