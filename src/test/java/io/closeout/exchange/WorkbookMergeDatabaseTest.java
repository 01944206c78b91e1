package io.closeout.exchange;

import static io.closeout.register.Situations.ISSM;
import static io.closeout.register.Situations.IT;
import static io.closeout.register.Situations.OT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.closeout.access.Actor;
import io.closeout.exchange.ComparedCell.Change;
import io.closeout.exchange.Decision.Choice;
import io.closeout.exchange.testing.EditedExport;
import io.closeout.exchange.testing.WrittenWorkbook;
import io.closeout.ledger.Ledger;
import io.closeout.register.Milestone;
import io.closeout.register.MilestoneChange;
import io.closeout.register.MilestoneChanges;
import io.closeout.register.PlanEdit;
import io.closeout.register.PlanEdits;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.register.Situations;
import io.closeout.reporting.excel.PoamWorkbooks;
import io.closeout.review.extension.ExtensionRequests;
import io.closeout.review.status.Outlook;
import io.closeout.review.status.StatusUpdates;
import io.closeout.review.status.StatusWord;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import io.closeout.testing.Database;
import io.closeout.testing.Databases;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Items of {@link Situations#anItemInProgress} are owned by {@code it} and planned for ten days from today. */
class WorkbookMergeDatabaseTest {

    @Nested
    @ExchangeTest
    class OnH2 extends Rules {}

    @Nested
    @ExchangeTest
    class OnPostgres extends Rules {

        private static final Database DATABASE = Databases.postgres();

        @DynamicPropertySource
        static void isMigratedAlready(DynamicPropertyRegistry properties) {
            properties.add("spring.datasource.url", DATABASE::url);
            properties.add("spring.datasource.username", DATABASE::user);
            properties.add("spring.flyway.enabled", () -> false);
        }
    }

    abstract static class Rules {

        @Autowired
        WorkbookDesk desk;

        @Autowired
        PoamWorkbooks exports;

        @Autowired
        Register register;

        @Autowired
        PlanEdits edits;

        @Autowired
        ExtensionRequests extensions;

        @Autowired
        MilestoneChanges milestoneChanges;

        @Autowired
        Situations situations;

        @Autowired
        StatusUpdates words;

        @Autowired
        Ledger ledger;

        private PoamId id;

        @BeforeEach
        void begin() {
            id = situations.anItemInProgress();
        }

        private EditedExport export() throws IOException {
            return EditedExport.of(id, exports, ISSM);
        }

        private long received(EditedExport book) throws IOException {
            return desk.receive("poam.xlsx", null, book.bytes(), IT);
        }

        private ComparedRow compared(EditedExport book) throws IOException {
            return compared(book, IT);
        }

        private ComparedRow compared(EditedExport book, Actor by) throws IOException {
            return desk.compare(received(book), by).rows().get(0);
        }

        private ComparedCell onlyCell(EditedExport book) throws IOException {
            List<ComparedCell> cells = compared(book).cells();
            assertThat(cells).hasSize(1);
            return cells.get(0);
        }

        private long committed(EditedExport book, Actor by, Map<String, Choice> choices) throws IOException {
            long workbook = received(book);
            desk.decide(
                    workbook, new Decision(true, "Agreed in the meeting", "The port is blocked", choices, null), by);
            return workbook;
        }

        private PoamItem item() {
            return register.get(id);
        }

        private static String key(PoamId id, MergeField field) {
            return id + "/" + field;
        }

        @Test
        void anExportThatNobodyEditedChangesNothing() throws IOException {
            ComparedRow row = compared(export());

            assertThat(row.cells()).isEmpty();
            assertThat(row.outcome()).isEqualTo(Outcome.SAME);
            assertThat(row.item()).isEqualTo(id);
        }

        @Test
        void soDoesOneOfAClosedItem() throws IOException {
            id = situations.aClosedItem();

            assertThat(compared(export()).outcome()).isEqualTo(Outcome.SAME);
        }

        @Test
        void cellsThatNobodySignsAreTaken() throws IOException {
            EditedExport book = export().with("Planned remediation", "Install the update from the mirror.")
                    .with("Estimated hours", 12.5)
                    .with("Resources required", "Two evenings")
                    .with("Residual risk", "Moderate")
                    .with("Comments", "The mirror is slow.");

            assertThat(compared(book).cells())
                    .allMatch(ComparedCell::isTakenByDefault)
                    .extracting(ComparedCell::field)
                    .containsExactlyInAnyOrder(
                            MergeField.REMEDIATION,
                            MergeField.HOURS,
                            MergeField.RESOURCES,
                            MergeField.RESIDUAL_RISK,
                            MergeField.COMMENTS);
            long workbook = committed(book, IT, Map.of());

            assertThat(PlanEdit.of(item()))
                    .isEqualTo(new PlanEdit(
                            "Install the update from the mirror.",
                            item().estimatedHours().orElseThrow(),
                            "Two evenings",
                            Severity.MEDIUM,
                            "The mirror is slow."));
            assertThat(item().estimatedHours().orElseThrow()).isEqualByComparingTo(new BigDecimal("12.5"));
            assertThat(desk.get(workbook).counts()).isEqualTo(new HandedIn.Counts(0, 0, 1, 0));
            assertThat(ledger.of(id.subject()))
                    .filteredOn(event -> event.kind().equals("planEdited"))
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.actor()).isEqualTo("it");
                        assertThat(event.reason()).isEqualTo("From the workbook poam.xlsx: Agreed in the meeting");
                        assertThat(event.field("resources").orElseThrow().after())
                                .isEqualTo("Two evenings");
                    });
        }

        @Test
        void howItStoodLastIsNoComment() throws IOException {
            words.give(id, StatusWord.said(Outlook.ON_TRACK, 40, "Half the machines are done", null), IT);
            EditedExport book = export();
            String standing = book.text("Comments");
            assertThat(standing).contains("Half the machines are done");

            committed(book.with("Comments", "The mirror is slow.\n" + standing), IT, Map.of());

            assertThat(item().comments()).contains("The mirror is slow.");
            assertThat(compared(export()).outcome()).isEqualTo(Outcome.SAME);
        }

        @Test
        void aRowOfAnotherLayoutWithAnIdOfOursIsPutBesideTheItem() throws IOException {
            long workbook = desk.receive(
                    "fedramp.xlsx",
                    null,
                    Entries.bytes(Entries.fedramp("Open POA&M Items")
                            .row(
                                    WrittenWorkbook.FEDRAMP,
                                    Entries.entry(
                                            id.text(),
                                            "Original Detection Date",
                                            situations.today(),
                                            "Overall Remediation Plan",
                                            "Replace the machine"))),
                    IT);

            ComparedRow row = desk.compare(workbook, IT).rows().get(0);

            assertThat(row.item()).isEqualTo(id);
            assertThat(row.cells())
                    .filteredOn(cell -> cell.field() == MergeField.REMEDIATION)
                    .singleElement()
                    .satisfies(cell -> assertThat(cell.change()).isEqualTo(Change.UNKNOWN));
        }

        @Test
        void milestonesAreRevisedAndEachChangeIsNoted() throws IOException {
            LocalDate end = situations.today().plusDays(10);
            EditedExport book = export().with(
                            "Milestones",
                            "(1) " + end.minusDays(2) + ": Test the update on one machine (completed "
                                    + situations.today() + ")\n(2) " + end.minusDays(1)
                                    + ": Roll out to all machines\n(3) " + end + ": Tell the customer");

            committed(book, IT, Map.of());

            assertThat(item().milestones())
                    .extracting(Milestone::description, Milestone::due, Milestone::originalDue)
                    .containsExactly(
                            tuple("Test the update on one machine", end.minusDays(2), end.minusDays(2)),
                            tuple("Roll out to all machines", end.minusDays(1), end),
                            tuple("Tell the customer", end, end));
            assertThat(milestoneChanges.of(id))
                    .extracting(MilestoneChange::number, MilestoneChange::kind)
                    .containsExactly(
                            tuple(2, MilestoneChange.Kind.MOVED),
                            tuple(3, MilestoneChange.Kind.ADDED),
                            tuple(1, MilestoneChange.Kind.COMPLETED));
        }

        @Test
        void aMilestoneAfterThePlannedCompletionIsRefused() throws IOException {
            LocalDate end = situations.today().plusDays(10);

            ComparedCell cell =
                    onlyCell(export().with("Milestones", "(1) " + end.plusDays(1) + ": Roll out to all machines"));

            assertThat(cell.refused()).contains("is due after the planned completion, " + end);
        }

        @Test
        void aLaterPlannedDateAsksForMoreTimeAndMovesNothing() throws IOException {
            LocalDate end = situations.today().plusDays(10);
            LocalDate later = situations.today().plusDays(20);

            long workbook = committed(export().with("Current planned completion", later), IT, Map.of());

            assertThat(item().plannedCompletion()).contains(end);
            assertThat(extensions.of(id)).singleElement().satisfies(request -> {
                assertThat(request.wanted().newDate()).isEqualTo(later);
                assertThat(request.wanted().reason()).isEqualTo("Agreed in the meeting");
                assertThat(request.wanted().interimMitigation()).isEqualTo("The port is blocked");
                assertThat(request.approval().askedBy()).isEqualTo("it");
            });
            assertThat(desk.get(workbook).counts()).isEqualTo(new HandedIn.Counts(0, 0, 0, 1));
        }

        @Test
        void withoutAReasonMoreTimeIsNotAskedForAndNothingIsImported() throws IOException {
            EditedExport book = export().with(
                            "Current planned completion", situations.today().plusDays(20))
                    .with("Resources required", "Two evenings");
            long workbook = received(book);

            assertThatThrownBy(() -> desk.decide(workbook, new Decision(true, null, null, Map.of(), null), IT))
                    .isInstanceOf(Refused.class)
                    .hasMessage(id + ": Say why more time is needed. Nothing of the workbook was imported.");
            assertThat(item().resources()).contains("One administrator, maintenance window");
            assertThat(desk.get(workbook).state()).isEqualTo(WorkbookState.AWAITING_DECISION);
        }

        @Test
        void anEarlierPlannedDateIsRefused() throws IOException {
            ComparedCell cell = onlyCell(export().with(
                            "Current planned completion", situations.today().plusDays(5)));

            assertThat(cell.refused()).startsWith("A signed-off date only moves to a later one");
        }

        @Test
        void severityStatusAndWhatNeverChangesAreRefusedWithAWayOut() throws IOException {
            ComparedRow row = compared(export().with("Severity", "Low")
                    .with("Status", "Closed")
                    .with("Original planned completion", situations.today()));

            assertThat(row.cells())
                    .noneMatch(ComparedCell::isOffered)
                    .extracting(ComparedCell::field, ComparedCell::refused)
                    .containsExactly(
                            tuple(
                                    MergeField.SEVERITY,
                                    "The severity is the source's. Where the risk is lower here, ask for it to be accepted with a lower rating (/items/"
                                            + id + "/accept-risk)."),
                            tuple(
                                    MergeField.STATUS,
                                    "Nothing closes by a cell: its owner reports the fix with evidence, and somebody else verifies it (/items/"
                                            + id + ")."),
                            tuple(
                                    MergeField.ORIGINAL_COMPLETION,
                                    "This never changes. Write what has to be added into the comments."));
        }

        @Test
        void aRefusedCellIsNotTakenWhateverSomebodyChooses() throws IOException {
            long workbook = committed(
                    export().with("Status", "Closed"), ISSM, Map.of(key(id, MergeField.STATUS), Choice.WORKBOOK));

            assertThat(desk.get(workbook).counts()).isEqualTo(HandedIn.Counts.NONE);
            assertThat(item().status().label()).isEqualTo("In progress");
        }

        @Test
        void whatOnlyTheRegisterChangedStays() throws IOException {
            EditedExport book = export();
            changedHere("Three evenings");

            ComparedCell cell = onlyCell(book);

            assertThat(cell.change()).isEqualTo(Change.REGISTER);
            assertThat(cell.isOffered()).isFalse();
            committed(book, IT, Map.of(cell.key(), Choice.WORKBOOK));
            assertThat(item().resources()).contains("Three evenings");
        }

        @Test
        void whatBothChangedIsAConflictThatKeepsTheRegisterUnlessSomebodyChooses() throws IOException {
            EditedExport book = export().with("Resources required", "Two evenings");
            changedHere("Three evenings");

            ComparedCell cell = onlyCell(book);
            assertThat(cell.change()).isEqualTo(Change.BOTH);
            assertThat(cell.isConflict()).isTrue();

            committed(book, IT, Map.of());
            assertThat(item().resources()).contains("Three evenings");
            committed(book, IT, Map.of(cell.key(), Choice.WORKBOOK));
            assertThat(item().resources()).contains("Two evenings");
        }

        @Test
        void withoutTheNoteNobodyKnowsWhoChangedIt() throws IOException {
            ComparedCell cell =
                    onlyCell(export().with("Resources required", "Two evenings").withoutTheNote());

            assertThat(cell.change()).isEqualTo(Change.UNKNOWN);
            assertThat(cell.isConflict()).isTrue();
            assertThat(cell.isTakenByDefault()).isFalse();
        }

        @Test
        void aCellMayBeKeptOut() throws IOException {
            EditedExport book = export().with("Resources required", "Two evenings");

            committed(book, IT, Map.of(key(id, MergeField.RESOURCES), Choice.REGISTER));

            assertThat(item().resources()).contains("One administrator, maintenance window");
        }

        @Test
        void aColumnThatIsGoneSaysNothing() throws IOException {
            assertThat(compared(export().withoutTheColumn("Resources required")).outcome())
                    .isEqualTo(Outcome.SAME);
        }

        @Test
        void anEmptiedCellIsAChange() throws IOException {
            assertThat(onlyCell(export().with("Planned remediation", "")).refused())
                    .isEqualTo("The plan is signed off; it needs a planned remediation.");
            assertThat(onlyCell(export().with("Resources required", "")).isTakenByDefault())
                    .isTrue();
        }

        @Test
        void whoMayNotChangeThePlanOnThePageMayNotByAWorkbook() throws IOException {
            id = situations.signedOff(situations.aPlannedItem());
            EditedExport book = export().with("Resources required", "Two evenings");
            Actor stranger = new Actor("ot", Set.of(), "page");

            assertThat(compared(book, stranger).cells().get(0).refused())
                    .isEqualTo("Only the owner of " + id + ", its owner group or the ISSM may change its plan.");
        }

        @Test
        void aPlanThatWaitsForItsSignOffIsLeftAlone() throws IOException {
            id = situations.aPlannedItem();

            assertThat(onlyCell(export().with("Resources required", "Two evenings"))
                            .refused())
                    .contains("waits for the sign-off of its date");
        }

        @Test
        void onlyTheIssmAssigns() throws IOException {
            EditedExport book = export().with("Owner e-mail", "ot@halyard.example");

            assertThat(onlyCell(book).refused()).isEqualTo("Only the ISSM assigns items.");
            committed(book, ISSM, Map.of());
            assertThat(item().ownerId()).contains("ot");
        }

        @Test
        void somebodyElsesWorkbookIsDecidedByTheIssm() throws IOException {
            long workbook = received(export());

            assertThatThrownBy(() -> desk.decide(workbook, new Decision(true, null, null, Map.of(), null), OT))
                    .hasMessage("Only ISSM may decide on a workbook that somebody else handed in.");
        }

        @Test
        void anItemOfAnotherCloseoutIsNotMixedUp() throws IOException {
            ComparedRow row = compared(export().with("Title", "Something else")
                    .with("Detection date", situations.today().minusDays(90)));

            assertThat(row.outcome()).isEqualTo(Outcome.LEFT_OUT);
            assertThat(row.why()).contains("is another item here");
        }

        private void changedHere(@Nullable String resources) {
            edits.edit(id, PlanEdit.of(item()).withResources(resources), null, ISSM);
        }
    }
}
