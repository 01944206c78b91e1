package io.closeout.exchange.reader;

import static io.closeout.exchange.testing.WrittenWorkbook.EMASS;
import static io.closeout.exchange.testing.WrittenWorkbook.FEDRAMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.closeout.exchange.testing.WrittenWorkbook;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.shared.Severity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WorkbookReaderTest {

    private static final LocalDate DETECTED = LocalDate.of(2026, 3, 2);
    private static final LocalDate PLANNED = LocalDate.of(2026, 5, 31);

    static WrittenWorkbook fedramp() {
        return new WrittenWorkbook("Open POA&M Items")
                .row("FedRAMP Plan of Action and Milestones (POA&M) Template")
                .row("CSP", "System Name", "Impact Level", "POAM Date")
                .row("Halyard", "Plant", "Low", LocalDate.of(2026, 6, 1))
                .row()
                .row((Object[]) FEDRAMP);
    }

    static Map<String, Object> entry(Object... more) {
        Map<String, Object> cells = new HashMap<>(Map.of(
                "POAM ID", "V-7",
                "Weakness Name", "Old TLS",
                "Original Detection Date", DETECTED,
                "Scheduled Completion Date", PLANNED,
                "Original Risk Rating", "High"));
        for (int i = 0; i < more.length; i += 2) {
            cells.put((String) more[i], more[i + 1]);
        }
        return cells;
    }

    static Map<String, Object> emassEntry(Object... more) {
        Map<String, Object> cells = new HashMap<>(Map.of(
                "POA&M Item ID", "4711",
                "Control Vulnerability Description", "Sessions do not end.\nThe console stays open.",
                "POA&M Status", "Ongoing",
                "POA&M Scheduled Completion Date", "05/31/2026",
                "Severity", "Moderate"));
        for (int i = 0; i < more.length; i += 2) {
            cells.put((String) more[i], more[i + 1]);
        }
        return cells;
    }

    static WrittenWorkbook emass() {
        WrittenWorkbook book = new WrittenWorkbook("POA&M").row("***** CUI *****");
        for (int i = 2; i < 7; i++) {
            book.row(null, "Date Exported:", "06/01/2026");
        }
        return book.row((Object[]) EMASS);
    }

    private static ReadWorkbook read(WrittenWorkbook book) throws IOException {
        return WorkbookReader.read(book.file());
    }

    private static ReadItem only(WrittenWorkbook book) throws IOException {
        ReadWorkbook read = read(book);
        assertThat(read.leftOut()).isEmpty();
        assertThat(read.items()).hasSize(1);
        return read.items().get(0);
    }

    private static String whyLeftOut(WrittenWorkbook book) throws IOException {
        ReadWorkbook read = read(book);
        assertThat(read.items()).isEmpty();
        assertThat(read.leftOut()).hasSize(1);
        return read.leftOut().get(0).why();
    }

    @Nested
    class Fedramp {

        @Test
        void readsAnItemWithItsDatesRatingsAndMilestones() throws IOException {
            ReadItem item = only(fedramp()
                    .row(
                            FEDRAMP,
                            entry(
                                    "Weakness Description", "TLS 1.0 is on.",
                                    "Weakness Detector Source", "Nessus",
                                    "Weakness Source Identifier", 104743,
                                    "Asset Identifier", "web1\nweb2",
                                    "Point of Contact", "Ines Ito",
                                    "Adjusted Risk Rating", "Low",
                                    "Risk Adjustment", "Yes",
                                    "Planned Milestones",
                                            "(1) 2026/04/01: Test a patch\n\n(2) 2026-05-31: Roll out\nto all machines",
                                    "Milestone Changes", "(1) Complete 2026-04-03 : Tested")));

            assertThat(item.place()).hasToString("sheet Open POA&M Items, row 6");
            assertThat(item.id()).isEqualTo("V-7");
            assertThat(item.title()).isEqualTo("Old TLS");
            assertThat(item.origin()).isEqualTo(new ReadItem.Origin("Nessus", "104743", List.of("web1", "web2"), ""));
            assertThat(item.rating()).isEqualTo(new ReadItem.Rating(Severity.LOW, Severity.HIGH));
            assertThat(item.days()).isEqualTo(new ReadItem.Days(DETECTED, PLANNED, PLANNED, null));
            assertThat(item.milestones())
                    .containsExactly(
                            new ReadMilestone(1, LocalDate.of(2026, 4, 1), "Test a patch", null, null),
                            new ReadMilestone(2, PLANNED, "Roll out to all machines", null, null));
            assertThat(item.changes())
                    .containsExactly(new ReadChange(1, ReadChange.Kind.COMPLETE, LocalDate.of(2026, 4, 3), "Tested"));
            assertThat(item.told()).contains(new Told("Point of Contact", "Ines Ito"));
        }

        @Test
        void anAdjustmentThatIsPendingDoesNotCount() throws IOException {
            ReadItem item =
                    only(fedramp().row(FEDRAMP, entry("Adjusted Risk Rating", "Low", "Risk Adjustment", "Pending")));

            assertThat(item.rating().severity()).isEqualTo(Severity.HIGH);
            assertThat(item.notes())
                    .containsExactly("the workbook says of an adjusted rating: pending; the rating above counts");
        }

        @Test
        void closedItemsStandOnTheirOwnSheet() throws IOException {
            ReadItem item = only(new WrittenWorkbook("Closed POA&M Items")
                    .row((Object[]) FEDRAMP)
                    .row(FEDRAMP, entry("Status Date", LocalDate.of(2026, 4, 9))));

            assertThat(item.closed()).isTrue();
            assertThat(item.days().closedOn()).isEqualTo(LocalDate.of(2026, 4, 9));
        }

        @Test
        void aClosedItemWithoutItsDayIsLeftOut() throws IOException {
            assertThat(whyLeftOut(new WrittenWorkbook("Closed POA&M Items")
                            .row((Object[]) FEDRAMP)
                            .row(FEDRAMP, entry())))
                    .contains("\"Status Date\", the day of closing, is empty");
        }

        @Test
        void whatTheTemplateExplainsAndFillsInIsNoItem() throws IOException {
            ReadWorkbook read = read(fedramp()
                    .row("Unique identifier for each POAM Item", "Applicable 800-53 Control(s)")
                    .row("V-1Example", "AC-1", "Open port")
                    .row()
                    .row(FEDRAMP, Map.of("Scheduled Completion Date", PLANNED)));

            assertThat(read.items()).isEmpty();
            assertThat(read.leftOut()).extracting(each -> each.place().row()).containsExactly(6, 7);
        }

        @Test
        void theOfficialTemplateHasNoItems() throws IOException {
            Path template = Path.of("../shared/reference/fedramp/FedRAMP-POAM-Template.xlsx");
            assumeThat(template).exists();

            ReadWorkbook read = WorkbookReader.read(ScanInput.of(template));

            assertThat(read.layout()).isEqualTo(Layout.FEDRAMP);
            assertThat(read.items()).isEmpty();
            assertThat(read.leftOut()).hasSize(4);
            assertThat(Files.size(template)).isPositive();
        }

        @Test
        void aRatingThatIsNoneIsToldAndNotGuessed() throws IOException {
            assertThat(whyLeftOut(fedramp().row(FEDRAMP, entry("Original Risk Rating", "Severe"))))
                    .isEqualTo("\"Original Risk Rating\" is no rating: \"Severe\"");
        }
    }

    @Nested
    class Emass {

        @Test
        void gathersMilestonesFromTheRowsBelow() throws IOException {
            ReadItem item = only(emass().row(
                            EMASS,
                            emassEntry(
                                    "Milestone Description", "Set the timeout",
                                    "Milestone Status", "Completed",
                                    "Milestone Scheduled Completion Date", "04/01/2026",
                                    "Milestone Completion Date", "03/30/2026",
                                    "Raw Severity", "Very High",
                                    "Identification Source", "Risk Assessment Findings"))
                    .row(
                            EMASS,
                            Map.of(
                                    "Milestone Description", "Prove it",
                                    "Milestone Scheduled Completion Date", "05/31/2026")));

            assertThat(item.title()).isEqualTo("Sessions do not end.");
            assertThat(item.rating()).isEqualTo(new ReadItem.Rating(Severity.MEDIUM, Severity.CRITICAL));
            assertThat(item.origin().source()).isEqualTo("Risk Assessment Findings");
            assertThat(item.milestones())
                    .extracting(ReadMilestone::text, ReadMilestone::due, ReadMilestone::completedOn)
                    .containsExactly(
                            tuple("Set the timeout", LocalDate.of(2026, 4, 1), LocalDate.of(2026, 3, 30)),
                            tuple("Prove it", PLANNED, null));
            assertThat(item.days().detectedOn()).isEqualTo(LocalDate.of(2026, 3, 30));
            assertThat(item.notes())
                    .containsExactly("the row tells no day of detection; 2026-03-30, its earliest date, is taken");
        }

        @Test
        void rowsThatRepeatTheItemAreOneItem() throws IOException {
            ReadItem item = only(emass().row(
                            EMASS,
                            emassEntry("Milestone Description", "One", "Milestone Scheduled Completion Date", PLANNED))
                    .row(
                            EMASS,
                            emassEntry(
                                    "Milestone Description", "Two", "Milestone Scheduled Completion Date", PLANNED)));

            assertThat(item.milestones()).extracting(ReadMilestone::text).containsExactly("One", "Two");
        }

        @Test
        void readsMilestonesOutOfOneCellOfTheOlderLayout() throws IOException {
            ReadItem item = only(new WrittenWorkbook("POA&M")
                    .row(
                            "POA&M Item ID",
                            "Control Vulnerability Description",
                            "Scheduled Completion Date",
                            "Milestone with Completion Dates",
                            "Source Identifying Vulnerability ",
                            "Status",
                            " Raw Severity")
                    .row(
                            null,
                            "No lock",
                            "5/31/2026",
                            "Buy a lock 4/1/2026\nMount it, 5/31/26",
                            "Audit",
                            "Ongoing",
                            "II"));

            assertThat(item.id()).isEmpty();
            assertThat(item.key()).startsWith("text:");
            assertThat(item.milestones())
                    .extracting(ReadMilestone::text, ReadMilestone::due)
                    .containsExactly(tuple("Buy a lock", LocalDate.of(2026, 4, 1)), tuple("Mount it", PLANNED));
            assertThat(item.rating()).isEqualTo(new ReadItem.Rating(Severity.MEDIUM, Severity.MEDIUM));
        }

        @Test
        void aMilestoneWithoutAnItemAboveItIsLeftOut() throws IOException {
            assertThat(whyLeftOut(emass().row(EMASS, Map.of("Milestone Description", "Prove it"))))
                    .isEqualTo("\"Control Vulnerability Description\" is empty");
        }

        @Test
        void anAcceptedRiskStaysOpenAndIsToldOf() throws IOException {
            ReadItem item = only(emass().row(EMASS, emassEntry("POA&M Status", "Risk Accepted")));

            assertThat(item.closed()).isFalse();
            assertThat(item.notes()).anyMatch(each -> each.startsWith("its risk was accepted"));
        }

        @Test
        void aCompletedItemClosesWithItsLastMilestoneIfItsOwnDayIsMissing() throws IOException {
            ReadItem item = only(emass().row(
                            EMASS,
                            emassEntry(
                                    "POA&M Status", "Completed",
                                    "Milestone Description", "One",
                                    "Milestone Completion Date", "04/02/2026")));

            assertThat(item.days().closedOn()).isEqualTo(LocalDate.of(2026, 4, 2));
        }

        @Test
        void theSheetOfExamplesIsLeftAlone() throws IOException {
            ReadWorkbook read = read(emass().row(EMASS, emassEntry())
                    .sheet("Example")
                    .row((Object[]) EMASS)
                    .row(EMASS, emassEntry()));

            assertThat(read.items()).hasSize(1);
            assertThat(read.leftOut()).containsExactly(new LeftOut(new Place("Example", 0), "it holds no items"));
        }
    }

    @Nested
    class OddFiles {

        @Test
        void headingsAreFoundWhateverTheirBlanksAndCase() throws IOException {
            String[] headings = FEDRAMP.clone();
            headings[0] = " poam\u00A0id ";
            headings[10] = "ORIGINAL\n Detection  Date:";

            ReadItem item = only(new WrittenWorkbook("Open")
                    .row("A title")
                    .row((Object[]) headings)
                    .row(FEDRAMP, entry()));

            assertThat(item.days().detectedOn()).isEqualTo(DETECTED);
        }

        @Test
        void aWorkbookWithOtherColumnsIsRefused() {
            assertThatThrownBy(() -> read(
                            new WrittenWorkbook("Sheet1").row("Name", "Phone").row("Ines", "1")))
                    .isInstanceOf(ScanUnreadable.class)
                    .hasMessageContaining("No sheet of it has the columns of a POA&M");
        }

        @Test
        void aColumnThatIsThereTwiceIsRefused() {
            assertThatThrownBy(() -> read(new WrittenWorkbook("Open")
                            .row("POAM ID", "Weakness Name", "Original Detection Date", "Poam Id")))
                    .hasMessageContaining("the column \"POAM ID\" is there twice");
        }

        @Test
        void datesAreReadAsTextAndAsNumbers() throws IOException {
            for (Object written :
                    new Object[] {"2026-05-31", "5/31/2026", "05/31/26", "31-May-2026", "May 31, 2026", 46173}) {
                ReadItem item = only(fedramp().row(FEDRAMP, entry("Scheduled Completion Date", written)));
                assertThat(item.days().plannedCompletion()).as("%s", written).isEqualTo(PLANNED);
            }
        }

        @Test
        void whatIsNoDateIsToldWithItsRow() throws IOException {
            assertThat(whyLeftOut(fedramp().row(FEDRAMP, entry("Scheduled Completion Date", "31/05/2026"))))
                    .startsWith("\"Scheduled Completion Date\" is no date: \"31/05/2026\"");
        }

        @Test
        void valuesOfFormulasCountAndTheirErrorsAreEmpty() throws IOException {
            WrittenWorkbook book = fedramp().row(FEDRAMP, entry("Comments", "Look"));
            book.current().getRow(5).getCell(11).setCellFormula("K6+90");
            book.poi().getCreationHelper().createFormulaEvaluator().evaluateAll();
            book.current().getRow(5).getCell(21).setCellFormula("1/0");
            book.poi().getCreationHelper().createFormulaEvaluator().evaluateAll();

            ReadItem item = only(book);

            assertThat(item.days().plannedCompletion()).isEqualTo(DETECTED.plusDays(90));
            assertThat(item.work().comments()).isEmpty();
            assertThat(item.notes())
                    .containsExactly("a formula ends in the error #DIV/0!, and its cell is taken as empty");
        }

        @Test
        void mergedCellsAndEmptyRowsDoNotDisturb() throws IOException {
            WrittenWorkbook book = fedramp().row().row(FEDRAMP, entry()).row();
            book.current().addMergedRegion(CellRangeAddress.valueOf("A1:F1"));

            assertThat(only(book).place().row()).isEqualTo(7);
        }

        @Test
        void aCellLongerThanASpreadsheetAllowsIsLeftOut() throws IOException {
            byte[] bytes = new Replaced(
                            fedramp().row(FEDRAMP, entry("Comments", "@@@")).bytes())
                    .in("xl/sharedStrings.xml", "@@@", "x".repeat(300_000));

            ReadWorkbook read = WorkbookReader.read(ScanInput.of("p.xlsx", () -> new ByteArrayInputStream(bytes)));

            assertThat(read.leftOut())
                    .extracting(LeftOut::why)
                    .containsExactly("cell 22 of the row holds 300,000 characters; a spreadsheet allows 32,767");
        }

        @Test
        void moreRowsThanTheLimitAreRefused() {
            WrittenWorkbook book = fedramp();
            for (int i = 0; i <= WorkbookReader.MOST_ROWS; i++) {
                book.row("V-" + i);
            }

            assertThatThrownBy(() -> read(book)).hasMessageContaining("the workbook is larger than 20,000 rows");
        }

        @Test
        void whatIsNoWorkbookIsRefusedWithAdvice() {
            ScanInput text = ScanInput.of(
                    "p.csv", () -> new ByteArrayInputStream("POAM ID,Weakness Name".getBytes(StandardCharsets.UTF_8)));
            ScanInput old = ScanInput.of(
                    "p.xls", () -> new ByteArrayInputStream(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}));

            assertThatThrownBy(() -> WorkbookReader.read(text)).hasMessageContaining("save it as .xlsx");
            assertThatThrownBy(() -> WorkbookReader.read(old)).hasMessageContaining("old workbook (.xls)");
        }

        @Test
        void macrosAreLeftWhereTheyAre() throws IOException {
            WrittenWorkbook book = fedramp().row(FEDRAMP, entry());
            byte[] bytes = new Replaced(book.bytes()).with("xl/vbaProject.bin", new byte[] {1, 2, 3});

            assertThat(WorkbookReader.read(ScanInput.of("p.xlsm", () -> new ByteArrayInputStream(bytes)))
                            .items())
                    .hasSize(1);
        }

        @Test
        void hiddenSheetsHoldNoItems() throws IOException {
            ReadWorkbook read = read(fedramp()
                    .row(FEDRAMP, entry())
                    .hidden("Old")
                    .row((Object[]) FEDRAMP)
                    .row(FEDRAMP, entry()));

            assertThat(read.items()).hasSize(1);
        }
    }
}
