package io.closeout.reporting.excel;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.ledger.LedgerEvent;
import io.closeout.reporting.PoamRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What POI reads back is what Excel sees. */
class PoamWorkbookTest {

    private static final Occasion OCCASION = new Occasion(
            "Hartwell & Sons",
            "All scopes",
            Instant.parse("2026-11-23T03:30:00Z"),
            ZoneId.of("America/Chicago"),
            new LedgerEvent(
                    41,
                    Instant.parse("2026-11-22T10:00:00Z"),
                    "it",
                    "page",
                    "x",
                    "y",
                    List.of(),
                    "abc123",
                    null,
                    null));

    @Nested
    class AsADocument {

        private final XSSFWorkbook workbook = workbookOf(RowsForSheets.anOverdueItem());

        @Test
        void hasOpenItemsThenClosedOnesThenWhatItIsAbout() {
            assertThat(IntStream.range(0, 3).mapToObj(workbook::getSheetName))
                    .containsExactly("Open", "Closed", "About");
            assertThat(workbook.getNumberOfSheets()).isEqualTo(4);
            assertThat(workbook.isSheetHidden(3)).isTrue();
        }

        @Test
        void headsTheColumnsInTheOrderOfThePlan() {
            assertThat(headings("Open"))
                    .containsExactly(
                            "ID",
                            "Title",
                            "Description",
                            "Weakness source",
                            "Source ID",
                            "Detection date",
                            "CVSS",
                            "Severity",
                            "Priority",
                            "Affected systems",
                            "Owner",
                            "Owner e-mail",
                            "Planned remediation",
                            "Milestones",
                            "Milestone changes",
                            "Original planned completion",
                            "Current planned completion",
                            "Deadline",
                            "Estimated hours",
                            "Resources required",
                            "Status",
                            "Overdue",
                            "Evidence",
                            "Residual risk",
                            "Track",
                            "Scope",
                            "Comments",
                            "Accepted risk",
                            "Vendor dependency",
                            "Last vendor check-in date",
                            "Vendor dependent product name");
        }

        @Test
        void addsToClosedItemsWhenHowAndByWhom() {
            assertThat(headings("Closed"))
                    .containsSequence("Vendor dependent product name", "Closed on", "Closed how", "Closed by")
                    .hasSize(34);
        }

        @Test
        void keepsTheHeadingInSightAndFilters() {
            XSSFSheet open = workbook.getSheet("Open");
            assertThat(open.getPaneInformation().isFreezePane()).isTrue();
            assertThat(open.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
            assertThat(open.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:AE2");
            assertThat(workbook.getSheet("Closed")
                            .getCTWorksheet()
                            .getAutoFilter()
                            .getRef())
                    .isEqualTo("A1:AH1");
        }

        @Test
        void printsOnePageWideWithTheHeadingOnEachPage() {
            XSSFSheet open = workbook.getSheet("Open");
            assertThat(open.getPrintSetup().getLandscape()).isTrue();
            assertThat(open.getFitToPage()).isTrue();
            assertThat(open.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(open.getPrintSetup().getFitHeight()).isZero();
            assertThat(open.getRepeatingRows().formatAsString()).isEqualTo("1:1");
            assertThat(open.getFooter().getRight()).isEqualTo("Page &P of &N");
            assertThat(open.getHeader().getLeft()).isEqualTo("Hartwell && Sons – All scopes – 2026-11-22");
        }

        @Test
        void saysWhatItIsAbout() {
            assertThat(about("Company")).isEqualTo("Hartwell & Sons");
            assertThat(about("Generated at")).isEqualTo("2026-11-22 21:30 America/Chicago (2026-11-23 03:30 UTC)");
            assertThat(about("Open items")).isEqualTo("1");
            assertThat(about("of them overdue")).isEqualTo("1");
            assertThat(about("Closed items")).isEqualTo("0");
            assertThat(about("Ledger position")).isEqualTo("Event 41 of 2026-11-22T10:00:00Z, digest abc123");
            assertThat(about("Closed on")).endsWith("Only on the sheet Closed.");
            assertThat(workbook.getProperties().getCoreProperties().getCreator())
                    .isEqualTo("Closeout");
        }

        @Test
        void countsAcceptedRisksApartFromOpenItemsAndListsThemAmongThem() {
            XSSFWorkbook accepted = workbookOf(
                    RowsForSheets.anOverdueItem(), RowsForSheets.anAcceptedRisk(), RowsForSheets.aClosedItem());
            assertThat(about(accepted, "Open items")).isEqualTo("1");
            assertThat(about(accepted, "Accepted risks, on the sheet Open as well"))
                    .isEqualTo("1");
            assertThat(about(accepted, "Closed items")).isEqualTo("1");
            assertThat(accepted.getSheet("Open").getLastRowNum()).isEqualTo(2);
        }

        private List<String> headings(String sheet) {
            return texts(workbook.getSheet(sheet).getRow(0));
        }

        private String about(String label) {
            return about(workbook, label);
        }

        private static String about(XSSFWorkbook from, String label) {
            for (Row row : from.getSheet("About")) {
                if (row.getCell(0) != null
                        && row.getCell(0).getStringCellValue().equals(label)) {
                    Cell cell = row.getCell(1);
                    return cell.getCellType() == CellType.NUMERIC
                            ? String.valueOf((int) cell.getNumericCellValue())
                            : cell.getStringCellValue();
                }
            }
            throw new AssertionError("About says nothing on " + label);
        }
    }

    @Nested
    class AnItemWithAPlan {

        private final XSSFWorkbook workbook = workbookOf(RowsForSheets.anOverdueItem());

        @Test
        void hasRealDates() {
            XSSFCell detected = cell("Detection date");
            assertThat(DateUtil.isCellDateFormatted(detected)).isTrue();
            assertThat(detected.getCellStyle().getDataFormatString()).isEqualTo("yyyy-mm-dd");
            assertThat(detected.getLocalDateTimeCellValue().toLocalDate()).isEqualTo(LocalDate.of(2026, 9, 1));
            assertThat(cell("Deadline").getLocalDateTimeCellValue().toLocalDate())
                    .isEqualTo(LocalDate.of(2026, 9, 8));
        }

        @Test
        void namesTheVendorThatItWaitsForAndWhenItWasAskedLast() {
            assertThat(cell("Vendor dependency").getStringCellValue()).isEqualTo("yes");
            assertThat(cell("Last vendor check-in date")
                            .getLocalDateTimeCellValue()
                            .toLocalDate())
                    .isEqualTo(LocalDate.of(2026, 11, 2));
            assertThat(cell("Vendor dependent product name").getStringCellValue())
                    .isEqualTo("Northline Controls, PLC firmware");
        }

        @Test
        void hasNumbersAsNumbers() {
            assertThat(cell("CVSS").getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(cell("CVSS").getNumericCellValue()).isEqualTo(9.8);
            assertThat(cell("Estimated hours").getNumericCellValue()).isEqualTo(12.5);
        }

        @Test
        void wrapsItsLines() {
            assertThat(cell("Description").getStringCellValue()).isEqualTo("First line\nSecond line");
            assertThat(cell("Description").getCellStyle().getWrapText()).isTrue();
            assertThat(cell("Affected systems").getStringCellValue()).isEqualTo("Finance-AD01\nFinance-AD02");
        }

        @Test
        void tellsMilestonesWithDatesAndChanges() {
            assertThat(cell("Milestones").getStringCellValue())
                    .isEqualTo("(1) 2026-10-01: Tested (completed 2026-10-02)\n(2) 2026-12-01: Installed");
            assertThat(cell("Milestone changes").getStringCellValue())
                    .isEqualTo("(2) 2026-11-03: due 2026-12-01 instead of 2026-11-15");
        }

        @Test
        void linksItsEvidence() {
            assertThat(cell("Evidence").getStringCellValue())
                    .isEqualTo("Patch log, 2026-10-02: wsus.csv – http://localhost:8080/c/1\n"
                            + "Link, 2026-10-03: https://t.example/7");
        }

        @Test
        void keepsTheWordWhereItHasAColour() {
            XSSFCell severity = cell("Severity");
            assertThat(severity.getStringCellValue()).isEqualTo("Critical");
            assertThat(severity.getCellStyle().getFillForegroundColorColor().getARGBHex())
                    .isEqualTo("FFF3C6CB");
            assertThat(cell("Overdue").getStringCellValue()).isEqualTo("yes");
            assertThat(cell("Overdue").getCellStyle().getFillForegroundColorColor())
                    .isNotNull();
        }

        private XSSFCell cell(String heading) {
            return cellOf(workbook, "Open", heading);
        }
    }

    @Nested
    class AnItemWithoutPlan {

        private final XSSFWorkbook workbook = workbookOf(RowsForSheets.anItemWithoutPlan());

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Description",
                    "CVSS",
                    "Owner",
                    "Milestones",
                    "Current planned completion",
                    "Estimated hours",
                    "Evidence",
                    "Residual risk"
                })
        void leavesEmptyWhatIsNotKnown(String heading) {
            assertThat(cellOf(workbook, "Open", heading).getCellType()).isEqualTo(CellType.BLANK);
        }

        @Test
        void isNotOverdue() {
            assertThat(cellOf(workbook, "Open", "Overdue").getStringCellValue()).isEqualTo("no");
        }
    }

    @Nested
    class AClosedItem {

        private final XSSFWorkbook workbook = workbookOf(RowsForSheets.aClosedItem());

        @Test
        void saysWhenHowAndByWhom() {
            assertThat(cellOf(workbook, "Closed", "Closed on")
                            .getLocalDateTimeCellValue()
                            .toLocalDate())
                    .isEqualTo(LocalDate.of(2026, 11, 21));
            assertThat(cellOf(workbook, "Closed", "Closed how").getStringCellValue())
                    .isEqualTo("Verified by rescan");
            assertThat(cellOf(workbook, "Closed", "Closed by").getStringCellValue())
                    .isEqualTo("Closeout");
        }

        @Test
        void isNotAmongTheOpenOnes() {
            assertThat(workbook.getSheet("Open").getLastRowNum()).isZero();
        }
    }

    @Nested
    class HostileText {

        @ParameterizedTest
        @ValueSource(strings = {"=HYPERLINK(\"http://evil.example\",\"Click\")", "+1", "-1+2", "@SUM(A1)", "\t=1+1"})
        void staysTextEvenWhenEdited(String text) {
            XSSFCell cell = title(text);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo(text);
            assertThat(((XSSFCellStyle) cell.getCellStyle()).getQuotePrefixed()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "tab\there",
                    "emoji \uD83D\uDE80 here",
                    "<b>&\"quoted\"</b>",
                    " spaces ",
                    "_x0041_ and _x000D_"
                })
        void isKeptAsItIs(String text) {
            assertThat(title(text).getStringCellValue()).isEqualTo(text);
            assertThat(((XSSFCellStyle) title(text).getCellStyle()).getQuotePrefixed())
                    .isFalse();
        }

        @Test
        void losesWhatXmlCannotHold() {
            assertThat(title("a\u0000b\u0007c\uD800d\uFFFEe\r\nf").getStringCellValue())
                    .isEqualTo("abcde\nf");
        }

        @Test
        void isCutWithAMark() {
            String cut = title("x".repeat(40_000)).getStringCellValue();
            assertThat(cut).hasSize(32_767).endsWith("x … [cut]");
        }

        @Test
        void isNotCutThroughAnEmoji() {
            String cut = title("x" + "\uD83D\uDE80".repeat(20_000)).getStringCellValue();
            assertThat(cut).hasSizeBetween(32_766, 32_767).endsWith("\uD83D\uDE80 … [cut]");
        }

        private XSSFCell title(String text) {
            return cellOf(workbookOf(RowsForSheets.titled(text)), "Open", "Title");
        }
    }

    @Nested
    class ManyAssets {

        @Test
        void areAllNamedUpToTheLinesOfACell() {
            assertThat(systems(names(253, "host-%d")).lines())
                    .hasSize(253)
                    .last()
                    .isEqualTo("host-252");
        }

        @Test
        void areCountedBeyondTheLinesOfACell() {
            assertThat(systems(names(1_000, "host-%d")).lines())
                    .hasSize(253)
                    .last()
                    .isEqualTo("and 748 more");
        }

        @Test
        void areCountedBeyondTheCharactersOfACell() {
            String systems = systems(names(200, "h".repeat(250) + "%d"));
            assertThat(systems).hasSizeLessThanOrEqualTo(32_767);
            assertThat(systems.lines().toList()).last().asString().matches("and \\d+ more");
            assertThat(systems.lines().count()
                            - 1
                            + Integer.parseInt(systems.replaceAll("(?s).*and (\\d+) more", "$1")))
                    .isEqualTo(200);
        }

        private String systems(List<String> names) {
            return cellOf(workbookOf(RowsForSheets.on(names)), "Open", "Affected systems")
                    .getStringCellValue();
        }

        private static List<String> names(int count, String pattern) {
            return IntStream.range(0, count).mapToObj(pattern::formatted).toList();
        }
    }

    private static XSSFWorkbook workbookOf(PoamRow... rows) {
        WorkbookDraft draft = new WorkbookDraft(OCCASION);
        Stream.of(rows).forEach(draft::add);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PoamWorkbook workbook = draft.finish()) {
            workbook.writeTo(bytes);
            return new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static XSSFCell cellOf(XSSFWorkbook workbook, String sheet, String heading) {
        XSSFSheet items = workbook.getSheet(sheet);
        return items.getRow(1).getCell(texts(items.getRow(0)).indexOf(heading));
    }

    private static List<String> texts(Row row) {
        return IntStream.range(0, row.getLastCellNum())
                .mapToObj(column -> row.getCell(column).getStringCellValue())
                .toList();
    }
}
