package io.closeout.reporting.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEvent;
import io.closeout.reporting.PoamRow;
import io.closeout.reporting.PoamRows;
import io.closeout.reporting.ReportingBeans;
import io.closeout.reporting.SampleRegister;
import io.closeout.shared.Refused;
import io.closeout.testing.Database;
import io.closeout.testing.Databases;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.IllegalTransactionStateException;

/** More items than two chunks, with ids of two lengths and, where a test says so, of two years. */
class PoamWorkbooksDatabaseTest {

    private static final int ITEMS = 1_200;
    private static final Actor ASSESSOR = new Actor("assessor", Set.of(Group.ASSESSOR), "api");

    @Nested
    class OnH2 extends Rules {
        OnH2() {
            super(Databases.h2());
        }
    }

    @Nested
    class OnPostgres extends Rules {
        OnPostgres() {
            super(Databases.postgres());
        }
    }

    @TestInstance(PER_CLASS)
    abstract static class Rules {

        private final Database database;
        private final AnnotationConfigApplicationContext beans;
        private final PoamRows rows;
        private final PoamWorkbooks workbooks;

        Rules(Database database) {
            this.database = database;
            SampleRegister.fill(database.dataSource(), ITEMS);
            fileEvidence();
            beans = ReportingBeans.on(database.dataSource(), Clock.fixed(SampleRegister.NOW, ZoneOffset.UTC));
            rows = beans.getBean(PoamRows.class);
            workbooks = beans.getBean(PoamWorkbooks.class);
        }

        @AfterAll
        void close() {
            beans.close();
        }

        @Test
        void readsEachItemOnce() {
            assertThat(read(true, null))
                    .hasSize(960)
                    .allMatch(row -> row.item().status().isOpen());
            assertThat(read(false, null))
                    .hasSize(240)
                    .noneMatch(row -> row.item().status().isOpen());
        }

        @Test
        void ordersByNumberNotByText() {
            assertThat(read(true, null)).extracting(row -> row.item().id()).startsWith("POA-2026-001", "POA-2026-002");
            assertThat(read(true, null))
                    .extracting(row -> row.item().id())
                    .containsSubsequence("POA-2026-999", "POA-2026-1001");
        }

        @Test
        void ordersByYearFirst() {
            List<String> ids = new ArrayList<>();
            database.transactions().executeWithoutResult(transaction -> {
                for (String id : List.of("POA-2027-001", "POA-2025-1000", "POA-2025-007")) {
                    copyOfTheFirst(id);
                }
                rows.each(null, row -> ids.add(row.item().id()));
                transaction.setRollbackOnly();
            });
            assertThat(ids)
                    .startsWith("POA-2025-007", "POA-2025-1000", "POA-2026-001")
                    .endsWith("POA-2026-1200", "POA-2027-001")
                    .hasSize(ITEMS + 3);
        }

        private void copyOfTheFirst(String id) {
            database.jdbcTemplate()
                    .update(
                            "insert into poam_item (id, scope_id, track, title, source, severity, priority, status, detected_on,"
                                    + " deadline, triage_needed, owner_group, stage, stage_since, created_at)"
                                    + " select ?, scope_id, track, title, source, severity, priority, status, detected_on,"
                                    + " deadline, triage_needed, owner_group, stage, stage_since, created_at"
                                    + " from poam_item where id = 'POA-2026-001'",
                            id);
        }

        @Test
        void joinsWhatLiesUnderAnItem() {
            PoamRow first = read(true, null).get(0);
            assertThat(first.assets())
                    .containsExactly(
                            "Finance-AD02.hartwell.example",
                            "Finance-AD03.hartwell.example",
                            "Finance-AD04.hartwell.example");
            assertThat(first.milestones())
                    .extracting(PoamRow.MilestoneLine::number)
                    .containsExactly(1, 2, 3);
            assertThat(first.milestones().get(0).completedOn()).isEqualTo(LocalDate.of(2026, 11, 17));
            assertThat(first.item().ownerName()).isEqualTo("Ines Tahoma");
            assertThat(first.item().ownerEmail()).isEqualTo("it@hartwell.example");
            assertThat(first.item().scope()).isEqualTo("Plant floor");
        }

        @Test
        void tellsWhatBecameOfMilestones() {
            List<PoamRow> read = new ArrayList<>();
            database.transactions().executeWithoutResult(transaction -> {
                dropTheSecondMilestoneOfTheFirst();
                rows.each(null, read::add);
                transaction.setRollbackOnly();
            });
            assertThat(read.get(0).milestones())
                    .extracting(PoamRow.MilestoneLine::droppedOn)
                    .containsExactly(null, SampleRegister.TODAY, null);
            assertThat(read.get(0).changes())
                    .containsExactly(new PoamRow.MilestoneChange(2, SampleRegister.TODAY, "dropped"));
        }

        @Test
        void namesTheVendorThatAnItemWaitsForAndWhenItWasAskedLast() {
            List<PoamRow> unasked = new ArrayList<>();
            List<PoamRow> asked = new ArrayList<>();
            database.transactions().executeWithoutResult(transaction -> {
                waitsForAVendor("POA-2026-001");
                rows.each(null, unasked::add);
                database.jdbcTemplate()
                        .update(
                                "insert into vendor_check_in (request_id, asked_on, outcome, answer, told_by, told_at)"
                                        + " select request_id, ?, 'NOT_YET', 'Soon', 'it', ? from vendor_dependency",
                                SampleRegister.TODAY,
                                SampleRegister.NOW.atOffset(ZoneOffset.UTC));
                rows.each(null, asked::add);
                transaction.setRollbackOnly();
            });
            assertThat(unasked.get(0).vendor())
                    .isEqualTo(new PoamRow.VendorWait("Northline", "PLC firmware", LocalDate.of(2026, 11, 1)));
            assertThat(asked.get(0).vendor())
                    .isEqualTo(new PoamRow.VendorWait("Northline", "PLC firmware", SampleRegister.TODAY));
            assertThat(asked.get(1).vendor()).isNull();
        }

        /** Asked for late in the evening where the company is. */
        private void waitsForAVendor(String item) {
            database.jdbcTemplate()
                    .update(
                            "insert into approval_request (kind, item_id, asked_by, asked_at, state)"
                                    + " values ('EXTENSION', ?, 'it', ?, 'APPROVED')",
                            item,
                            Instant.parse("2026-11-02T03:30:00Z").atOffset(ZoneOffset.UTC));
            database.jdbcTemplate()
                    .update(
                            "insert into vendor_dependency (request_id, item_id, waiting_item, state, vendor, product, link)"
                                    + " select id, item_id, item_id, 'WAITING', 'Northline', 'PLC firmware', 'https://n.example'"
                                    + " from approval_request where item_id = ?",
                            item);
        }

        private void dropTheSecondMilestoneOfTheFirst() {
            database.jdbcTemplate()
                    .update(
                            "update milestone set dropped_on = ? where item_id = 'POA-2026-001' and position_no = 2",
                            SampleRegister.TODAY);
            database.jdbcTemplate()
                    .update(
                            "insert into milestone_change (item_id, milestone_no, kind, changed_on, changed_by, description)"
                                    + " values ('POA-2026-001', 2, 'DROPPED', ?, 'it', 'dropped')",
                            SampleRegister.TODAY);
        }

        @Test
        void saysUnderTheCommentsHowAnItemStoodLast() {
            List<PoamRow> read = new ArrayList<>();
            database.transactions().executeWithoutResult(transaction -> {
                said("ON_TRACK", 10, null);
                said("BLOCKED", 40, "No window");
                rows.each(null, read::add);
                transaction.setRollbackOnly();
            });
            assertThat(read.get(0).item().comments())
                    .endsWith("2026-11-22: Blocked, 40 %\nAs planned\nBlocker: No window")
                    .doesNotContain("On track");
        }

        private void said(String outlook, int percent, @Nullable String blocker) {
            database.jdbcTemplate()
                    .update(
                            "insert into status_update (item_id, outlook, percent_done, note, blocker, given_by, given_on,"
                                    + " given_at) values ('POA-2026-001', ?, ?, 'As planned', ?, 'it', ?,"
                                    + " current_timestamp)",
                            outlook,
                            percent,
                            blocker,
                            SampleRegister.TODAY);
        }

        @Test
        void linksCurrentEvidenceOnly() {
            assertThat(read(true, null).get(0).evidence())
                    .extracting(PoamRow.EvidenceLine::name, PoamRow.EvidenceLine::link)
                    .satisfiesExactly(file -> {
                        assertThat(file.toList().get(0)).isEqualTo("wsus.csv");
                        assertThat((String) file.toList().get(1))
                                .matches("http://localhost:8080/api/items/POA-2026-001/evidence/\\d+/content");
                    });
        }

        @Test
        void countsAsOverdueWhatIsDueBeforeToday() {
            assertThat(read(true, null)).allSatisfy(row -> {
                LocalDate planned = row.item().plannedCompletion();
                LocalDate due = planned == null ? row.item().deadline() : planned;
                assertThat(row.item().overdue()).isEqualTo(due.isBefore(SampleRegister.TODAY));
            });
            assertThat(read(true, null)).anyMatch(row -> row.item().overdue());
        }

        @Test
        void namesWhoClosed() {
            assertThat(read(false, null))
                    .allSatisfy(row -> assertThat(row.item().closedBy()).isEqualTo("Isa Summers"));
        }

        @Test
        void readsOneScope() {
            assertThat(read(true, "plant"))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.item().scope()).isEqualTo("Plant floor"));
        }

        @Test
        void insistsOnATransaction() {
            assertThatThrownBy(() -> rows.each(null, row -> {})).isInstanceOf(IllegalTransactionStateException.class);
        }

        @Test
        void makesAWorkbookForAnAssessor() throws IOException {
            try (XSSFWorkbook workbook = workbook("closeout", "Plant floor")) {
                assertThat(workbook.getSheet("Open").getLastRowNum()
                                + workbook.getSheet("Closed").getLastRowNum())
                        .isEqualTo(172);
            }
        }

        @Test
        void recordsTheExport() throws IOException {
            workbook("closeout", "").close();
            List<LedgerEvent> events = beans.getBean(Ledger.class).of("export:poam");
            LedgerEvent event = events.get(events.size() - 1);
            assertThat(event.kind()).isEqualTo("workbookExported");
            assertThat(event.actor()).isEqualTo("assessor");
            assertThat(event.field("layout").orElseThrow().after()).isEqualTo("closeout");
            assertThat(event.field("rows").orElseThrow().after()).isEqualTo("1200");
        }

        @Test
        void refusesAnUnknownLayout() {
            assertThatThrownBy(() -> workbooks.make("fedramp", null, ASSESSOR))
                    .isInstanceOf(Refused.class)
                    .hasMessage(
                            "The workbook has no layout \"fedramp\". Use layout=closeout, or leave the layout out.");
        }

        @Test
        void refusesAnUnknownScope() {
            assertThatThrownBy(() -> workbooks.make("closeout", "moon", ASSESSOR))
                    .isInstanceOf(Refused.class);
        }

        /** Replaces the link of the first item. */
        private void fileEvidence() {
            Timestamp now = Timestamp.from(SampleRegister.NOW);
            String digest = "0".repeat(64);
            database.jdbcTemplate()
                    .update("insert into stored_file (digest, file_size, written_at) values (?, 3, ?)", digest, now);
            database.jdbcTemplate()
                    .update(
                            "insert into evidence (subject, kind, file_digest, file_name, media_type, speaks_of, note,"
                                    + " uploaded_at, uploaded_by, supersedes) select subject, 'PATCH_LOG', ?, 'wsus.csv',"
                                    + " 'text/csv', speaks_of, '', uploaded_at, uploaded_by, id from evidence"
                                    + " where subject = 'item:POA-2026-001'",
                            digest);
        }

        private List<PoamRow> read(boolean open, String scope) {
            List<PoamRow> read = new ArrayList<>();
            database.transactions().executeWithoutResult(transaction -> rows.each(scope, read::add));
            read.removeIf(row -> row.item().status().isOpen() != open);
            return read;
        }

        private XSSFWorkbook workbook(String layout, String scope) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (PoamWorkbook workbook = workbooks.make(layout, scope, ASSESSOR)) {
                workbook.writeTo(bytes);
            }
            return new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()));
        }
    }
}
