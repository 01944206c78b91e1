package io.closeout.exchange;

import static io.closeout.exchange.Entries.bytes;
import static io.closeout.exchange.Entries.entry;
import static io.closeout.exchange.Entries.fedramp;
import static io.closeout.exchange.Entries.newId;
import static io.closeout.exchange.testing.WrittenWorkbook.FEDRAMP;
import static io.closeout.register.Situations.ISSM;
import static io.closeout.register.Situations.IT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.exchange.reader.Told;
import io.closeout.exchange.testing.WrittenWorkbook;
import io.closeout.ledger.Ledger;
import io.closeout.register.ClosedHow;
import io.closeout.register.ItemStatus;
import io.closeout.register.ItemsOpened;
import io.closeout.register.Milestone;
import io.closeout.register.MilestoneChange;
import io.closeout.register.MilestoneChanges;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.register.Situations;
import io.closeout.register.Stage;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import io.closeout.testing.Database;
import io.closeout.testing.Databases;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

class WorkbookImportDatabaseTest {

    @Nested
    @ExchangeTest
    @RecordApplicationEvents
    class OnH2 extends Rules {}

    @Nested
    @ExchangeTest
    @RecordApplicationEvents
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

        private static final Decision COMMIT = new Decision(true, "Moved from the spreadsheet", null, Map.of(), null);

        @Autowired
        WorkbookDesk desk;

        @Autowired
        Register register;

        @Autowired
        MilestoneChanges milestoneChanges;

        @Autowired
        Situations situations;

        @Autowired
        Ledger ledger;

        @Autowired
        JdbcClient jdbc;

        @Autowired
        ApplicationEvents events;

        private String id;
        private LocalDate detected;
        private LocalDate planned;

        @BeforeEach
        void begin() {
            id = newId();
            detected = situations.today().minusDays(10);
            planned = situations.today().plusDays(15);
        }

        private long received(WrittenWorkbook book) {
            return desk.receive("poam.xlsx", null, bytes(book), ISSM);
        }

        /** @return what became of the row, if anything did */
        private @Nullable PoamItem imported(WrittenWorkbook book) {
            desk.decide(received(book), COMMIT, ISSM);
            return itemOf(id);
        }

        private @Nullable PoamItem itemOf(String rowId) {
            return jdbc.sql("select item_id from workbook_item where item_key = ?")
                    .param(rowId.toLowerCase())
                    .query(String.class)
                    .optional()
                    .map(each -> register.get(new PoamId(each)))
                    .orElse(null);
        }

        private Map<String, Object> plannedEntry(String owner) {
            return entry(
                    id,
                    "Original Detection Date",
                    detected,
                    "Scheduled Completion Date",
                    planned,
                    "Point of Contact",
                    owner,
                    "Overall Remediation Plan",
                    "Turn TLS 1.0 off.",
                    "Resources Required",
                    "One evening",
                    "Comments",
                    "Agreed with the customer.",
                    "Planned Milestones",
                    "(1) " + detected.plusDays(3) + ": Test\n\n(2) " + planned + ": Roll out",
                    "Milestone Changes",
                    "(1) Complete " + detected.plusDays(4) + " : Tested on web1");
        }

        private WrittenWorkbook open(Map<String, ?> entry) {
            return fedramp("Open POA&M Items").row(FEDRAMP, entry);
        }

        private static String ownerName(Situations situations, JdbcClient jdbc) {
            return jdbc.sql("select name from person where id = 'it'")
                    .query(String.class)
                    .single();
        }

        @Test
        void showsWhatWouldBecomeOfEachRowBeforeAnythingChanges() {
            long workbook = received(
                    open(plannedEntry("Nobody Here")).row(FEDRAMP, entry("", "Original Detection Date", "some day")));

            Comparison comparison = desk.compare(workbook, ISSM);

            assertThat(comparison.rows())
                    .extracting(ComparedRow::outcome)
                    .containsExactly(Outcome.OPENS, Outcome.LEFT_OUT);
            assertThat(comparison.rows().get(0).notes())
                    .containsExactly(
                            "nobody here who works items is \"Nobody Here\" by name or e-mail; it is kept in the comments");
            assertThat(comparison.rows().get(1).why()).contains("is no date: \"some day\"");
            assertThat(itemOf(id)).isNull();
        }

        @Test
        void aPlanWithOwnerAndDateGoesOnWhereItStood() {
            PoamItem item = imported(open(plannedEntry(ownerName(situations, jdbc))));

            assertThat(item).isNotNull();
            assertThat(item.status()).isEqualTo(ItemStatus.IN_PROGRESS);
            assertThat(item.stage()).isEqualTo(Stage.REMEDIATE);
            assertThat(item.needsTriage()).isFalse();
            assertThat(item.ownerId()).contains("it");
            assertThat(item.title()).isEqualTo("Old TLS " + id);
            assertThat(item.severity()).isEqualTo(Severity.HIGH);
            assertThat(item.detectedOn()).isEqualTo(detected);
            assertThat(item.originalCompletion()).contains(planned);
            assertThat(item.plannedCompletion()).contains(planned);
            assertThat(item.remediationPlan()).contains("Turn TLS 1.0 off.");
            assertThat(item.resources()).contains("One evening");
            assertThat(item.comments()).contains("Agreed with the customer.");
            assertThat(item.milestones())
                    .extracting(Milestone::description, Milestone::due, each -> each.completedOn()
                            .orElse(null))
                    .containsExactly(
                            tuple("Test", detected.plusDays(3), detected.plusDays(4)),
                            tuple("Roll out", planned, null));
            assertThat(milestoneChanges.of(item.id()))
                    .extracting(MilestoneChange::kind, MilestoneChange::on, MilestoneChange::description)
                    .containsExactly(tuple(MilestoneChange.Kind.COMPLETED, detected.plusDays(4), "Tested on web1"));
            assertThat(events.stream(ItemsOpened.class)).contains(new ItemsOpened(List.of(item.id())));
        }

        @Test
        void withoutAnOwnerItBeginsAsAnyNewItemAndTheDateIsAProposal() {
            PoamItem item = imported(open(plannedEntry("Nobody Here")));

            assertThat(item).isNotNull();
            assertThat(item.status()).isEqualTo(ItemStatus.NEW);
            assertThat(item.stage()).isEqualTo(Stage.TRIAGE);
            assertThat(item.originalCompletion()).contains(planned);
            assertThat(item.proposedCompletion()).contains(planned);
            assertThat(item.plannedCompletion()).isEmpty();
            assertThat(item.comments()).contains("Agreed with the customer.\nPoint of contact: Nobody Here");
        }

        @Test
        void aDateBeyondTheDeadlineWaitsForItsSignatures() {
            planned = situations.today().plusDays(60);

            PoamItem item = imported(open(plannedEntry(ownerName(situations, jdbc))));

            assertThat(item).isNotNull();
            assertThat(item.stage()).isEqualTo(Stage.TRIAGE);
            assertThat(item.ownerId()).contains("it");
            assertThat(item.proposedCompletion()).contains(planned);
        }

        @Test
        void whoImportsDoesNotSignTheDateOfAnItemOfTheirOwn() {
            Actor both = new Actor("it", Set.of(Group.ISSM, Group.REMEDIATOR), "page");
            desk.decide(received(open(plannedEntry(ownerName(situations, jdbc)))), COMMIT, both);

            assertThat(itemOf(id)).extracting(PoamItem::stage).isEqualTo(Stage.TRIAGE);
        }

        @Test
        void closedRowsComeAsHistoryWithoutAProcess() {
            PoamItem item = imported(fedramp("Closed POA&M Items")
                    .row(
                            FEDRAMP,
                            entry(
                                    id,
                                    "Original Detection Date",
                                    detected,
                                    "Scheduled Completion Date",
                                    planned,
                                    "Status Date",
                                    detected.plusDays(5))));

            assertThat(item).isNotNull();
            assertThat(item.status()).isEqualTo(ItemStatus.CLOSED);
            assertThat(item.closedHow()).contains(ClosedHow.BEFORE_CLOSEOUT);
            assertThat(item.closedOn()).contains(detected.plusDays(5));
            assertThat(item.processInstanceId()).isEmpty();
            assertThat(events.stream(ItemsOpened.class))
                    .noneMatch(each -> each.items().contains(item.id()));
        }

        @Test
        void theSameRowAgainOpensNoSecondItem() {
            PoamItem first = imported(open(plannedEntry("Nobody Here")));
            assertThat(first).isNotNull();

            long again = received(open(plannedEntry("Somebody Else")));

            assertThat(desk.compare(again, ISSM).rows()).singleElement().satisfies(row -> {
                assertThat(row.outcome()).isEqualTo(Outcome.KNOWN);
                assertThat(row.item()).isEqualTo(first.id());
            });
            desk.decide(again, COMMIT, ISSM);
            assertThat(desk.get(again).counts()).isEqualTo(HandedIn.Counts.NONE);
            assertThat(jdbc.sql("select count(*) from workbook_item where item_key = ?")
                            .param(id.toLowerCase())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }

        @Test
        void anIdThatStandsTwiceCountsOnce() {
            long workbook = received(open(plannedEntry("A")).row(FEDRAMP, plannedEntry("B")));

            assertThat(desk.compare(workbook, ISSM).rows().get(1).why())
                    .isEqualTo("the id " + id + " stands in sheet Open POA&M Items, row 3 as well");
        }

        @Test
        void keepsTheRowAndItsRatings() {
            PoamItem item = imported(open(entry(
                    id,
                    "Original Detection Date",
                    detected,
                    "Adjusted Risk Rating",
                    "Low",
                    "Risk Adjustment",
                    "Yes",
                    "Controls",
                    "SC-8")));

            assertThat(item).isNotNull();
            assertThat(item.severity()).isEqualTo(Severity.LOW);
            TakenRow row = desk.origin(item.id()).orElseThrow();
            assertThat(row.originalSeverity()).isEqualTo(Severity.HIGH);
            assertThat(row.place()).isEqualTo("sheet Open POA&M Items, row 3");
            assertThat(row.told()).contains(new Told("POAM ID", id), new Told("Controls", "SC-8"));
        }

        @Test
        void namesMachinesCvesAndItsOwnerAsTheyAreKnownHere() {
            situations.found("Known from a scan " + id, Severity.LOW, detected, "Shop-PC07");

            PoamItem item = imported(open(entry(
                    id,
                    "Original Detection Date",
                    detected,
                    "Asset Identifier",
                    "Shop-PC07\nNobody-Knows-It",
                    "CVE",
                    "cve-2017-0143, CVE-2017-0144",
                    "Point of Contact",
                    "Halyard, Ines, 555-0100, IT@halyard.example")));

            assertThat(item).isNotNull();
            assertThat(jdbc.sql("select a.name from item_asset j join asset a on a.id = j.asset_id where j.item_id = ?")
                            .param(item.id().text())
                            .query(String.class)
                            .list())
                    .containsExactly("Shop-PC07");
            assertThat(jdbc.sql("select cves from weakness where id = ?")
                            .param(item.weaknessId().orElseThrow())
                            .query(String.class)
                            .single())
                    .isEqualTo("CVE-2017-0143 CVE-2017-0144");
            assertThat(item.ownerId()).contains("it");
        }

        @Test
        void theLedgerTellsWhereItCameFrom() {
            PoamItem item = imported(open(plannedEntry("Nobody Here")));

            assertThat(item).isNotNull();
            assertThat(ledger.of(item.id().subject()))
                    .filteredOn(event -> event.kind().equals("itemTakenOver"))
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.field("ownId").orElseThrow().after()).isEqualTo(id);
                        assertThat(event.field("row").orElseThrow().after()).isEqualTo("sheet Open POA&M Items, row 3");
                    });
        }

        @Test
        void aDayInTheFutureIsLeftOut() {
            long workbook = received(
                    open(entry(id, "Original Detection Date", situations.today().plusDays(1))));

            assertThat(desk.compare(workbook, ISSM).rows()).singleElement().satisfies(row -> assertThat(row.why())
                    .contains("lies in the future"));
        }

        @Test
        void onlyTheIssmOpensItems() {
            long workbook = desk.receive("poam.xlsx", null, bytes(open(plannedEntry("A"))), IT);

            assertThatThrownBy(() -> desk.decide(workbook, COMMIT, IT))
                    .isInstanceOf(Refused.class)
                    .hasMessage("Only ISSM may take over items from a workbook.");
            assertThat(desk.get(workbook).state()).isEqualTo(WorkbookState.AWAITING_DECISION);
            assertThat(itemOf(id)).isNull();
        }

        @Test
        void anAssessorHandsNothingIn() {
            Actor assessor = new Actor("assessor", Set.of(Group.ASSESSOR), "page");

            assertThatThrownBy(() -> desk.receive("poam.xlsx", null, bytes(open(plannedEntry("A"))), assessor))
                    .hasMessageContaining("may import POA&M workbooks");
        }

        @Test
        void isDecidedOnce() {
            long workbook = received(open(plannedEntry("A")));
            desk.decide(workbook, new Decision(false, "Wrong file", null, Map.of(), null), ISSM);

            assertThat(desk.get(workbook).state()).isEqualTo(WorkbookState.DISCARDED);
            assertThatThrownBy(() -> desk.decide(workbook, COMMIT, ISSM))
                    .hasMessageContaining("Somebody decided on this workbook before");
            assertThat(itemOf(id)).isNull();
        }

        @Test
        void whatChangedSinceSomebodyLookedIsLookedAtAgain() {
            WrittenWorkbook book = open(plannedEntry("A"));
            long looked = received(book);
            String seen = desk.compare(looked, ISSM).digest();
            desk.decide(received(book), COMMIT, ISSM);

            assertThatThrownBy(() -> desk.decide(looked, new Decision(true, null, null, Map.of(), seen), ISSM))
                    .hasMessageContaining("The register has changed since you looked");
        }
    }
}
