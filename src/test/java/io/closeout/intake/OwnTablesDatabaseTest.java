package io.closeout.intake;

import static io.closeout.register.Situations.ISSM;
import static io.closeout.register.Situations.IT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.intake.parser.generic.DateOrder;
import io.closeout.intake.parser.generic.TableField;
import io.closeout.intake.parser.generic.TableLayout;
import io.closeout.intake.parser.generic.TableWords;
import io.closeout.intake.tables.OwnTable;
import io.closeout.intake.tables.OwnTables;
import io.closeout.ledger.Ledger;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** It is the morning of 2 March 2026. */
class OwnTablesDatabaseTest {

    @Nested
    class OnH2 extends Rules {
        OnH2() {
            super(ImportLab.onH2());
        }
    }

    @Nested
    class OnPostgres extends Rules {
        OnPostgres() {
            super(ImportLab.onPostgres());
        }
    }

    abstract static class Rules extends ImportRules {

        private static final String FILE = """
                Befund;Stufe;Maschine;Stand;Gefunden
                Alter Webserver;hoch;web1;offen;05.01.2026
                Altes Passwort;egal;web1;offen;05.01.2026
                Loch;mittel;web2;erledigt;06.01.2026
                Fremd;rosa;web2;offen;06.01.2026
                """;

        private static final List<String> COLUMNS = List.of("Befund", "Stufe", "Maschine", "Stand", "Gefunden");

        private final OwnTables tables;

        Rules(ImportLab lab) {
            super(lab);
            tables = lab.bean(OwnTables.class);
        }

        private static TableLayout layout(Map<TableField, String> fields) {
            return new TableLayout(
                    COLUMNS,
                    null,
                    null,
                    fields,
                    null,
                    new TableWords(
                            Map.of("Hoch", Severity.HIGH, "mittel", Severity.MEDIUM),
                            Set.of("egal"),
                            Set.of("erledigt"),
                            DateOrder.DAY_MONTH_YEAR),
                    null,
                    null);
        }

        private static TableLayout anAuditList() {
            return layout(Map.of(
                    TableField.TITLE, "Befund",
                    TableField.SEVERITY, "Stufe",
                    TableField.ASSET, "Maschine",
                    TableField.STATE, "Stand",
                    TableField.FIRST_SEEN, "Gefunden"));
        }

        private long handIn() {
            try {
                long scan = lab.bean(ScanIntake.class)
                        .receive(
                                ScanIntake.Upload.of("audit.csv"),
                                new ByteArrayInputStream(FILE.getBytes(StandardCharsets.ISO_8859_1)),
                                IT);
                work(scan);
                return scan;
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        private void work(long scan) {
            if (lab.reading.read(scan, percent -> {})) {
                lab.comparison.compare(scan, percent -> {});
                lab.commit.commit(scan, percent -> {});
            }
        }

        @Test
        void aTableOfUnknownColumnsWaitsUntilSomebodySaysWhatTheyMean() {
            long asked = handIn();
            Scan waiting = lab.scans.get(asked);
            assertThat(waiting.state()).isEqualTo(ScanState.REFUSED);
            assertThat(waiting.asksForColumns()).isTrue();
            assertThat(waiting.problems().get(0).why()).contains("/tables/new?scan=" + asked);

            OwnTable table = tables.add("Audit list", anAuditList(), ISSM);
            long again = lab.bean(ScanIntake.class).again(asked, IT);
            work(again);

            Scan read = lab.scans.get(again);
            assertThat(read.state()).isEqualTo(ScanState.DONE);
            assertThat(read.format()).isEqualTo(table.format());
            assertThat(read.scanner()).isEqualTo("table-audit-list");
            assertThat(read.counts().newFindings()).isEqualTo(1);
            assertThat(read.problems())
                    .extracting(Problem::why)
                    .containsExactly(
                            "\"Altes Passwort\": entries of severity \"egal\" are left out",
                            "\"Loch\": the list calls it erledigt",
                            "\"Fremd\" has the unknown severity \"rosa\"");
            assertThat(tables.readWith(read.format())).contains(table);
            assertThatThrownBy(() -> lab.bean(ScanIntake.class).again(asked, IT))
                    .isInstanceOf(Refused.class);
        }

        @Test
        void theNextFileWithTheseColumnsIsReadWithoutAsking() {
            tables.add("Audit list", anAuditList(), ISSM);
            assertThat(lab.scans.get(handIn()).counts().newFindings()).isEqualTo(1);
            assertThat(lab.scans.get(handIn()).counts().seenAgain()).isEqualTo(1);
        }

        @Test
        void aFindingIsAsOldAsTheTableSays() {
            tables.add("Audit list", anAuditList(), ISSM);
            handIn();
            assertThat(lab.jdbc
                            .sql("select cast(detected_on as varchar) from poam_item")
                            .query(String.class)
                            .single())
                    .isEqualTo("2026-01-05");
        }

        @Test
        void everyVersionIsKeptAndInTheLedger() {
            OwnTable first = tables.add("Audit list", anAuditList(), ISSM);
            OwnTable second = tables.change(first.id(), 1, "Audits", anAuditList(), false, ISSM);
            assertThat(second.family()).isEqualTo("table-audit-list");
            tables.delete(first.id(), ISSM);

            assertThat(tables.all()).isEmpty();
            assertThat(tables.readWith("own-table-" + first.id() + "-v1")
                            .orElseThrow()
                            .name())
                    .isEqualTo("Audit list");
            assertThat(lab.bean(Ledger.class).of("table:" + first.id()))
                    .extracting(event -> event.kind())
                    .containsExactly("tableDescribed", "tableDescriptionChanged", "tableDescriptionDeleted");
            assertThat(lab.scans.get(handIn()).asksForColumns()).isTrue();
        }

        @Test
        void anotherIdentityMustBeMeant() {
            OwnTable table = tables.add("Audit list", anAuditList(), ISSM);
            TableLayout other = layout(Map.of(TableField.TITLE, "Befund", TableField.SEVERITY, "Stufe"));
            assertThatThrownBy(() -> tables.change(table.id(), 1, "Audit list", other, false, ISSM))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("tell one finding from another");
            assertThat(tables.change(table.id(), 1, "Audit list", other, true, ISSM)
                            .version())
                    .isEqualTo(2);
        }

        @Test
        void theSameColumnsHaveOneDescriptionAndOnlyTheIssmWritesIt() {
            assertThatThrownBy(() -> tables.add("Mine", anAuditList(), IT)).isInstanceOf(Refused.class);
            tables.add("Audit list", anAuditList(), ISSM);
            assertThatThrownBy(() -> tables.add("Another", anAuditList(), ISSM))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("just these columns");
        }

        @Test
        void ofTwoChangesAtOnceOneIsRefused() throws Exception {
            OwnTable table = tables.add("Audit list", anAuditList(), ISSM);
            CyclicBarrier start = new CyclicBarrier(2);
            ExecutorService threads = Executors.newFixedThreadPool(2);
            Callable<Boolean> change = () -> {
                start.await(10, TimeUnit.SECONDS);
                try {
                    tables.change(table.id(), 1, "Audits", anAuditList(), false, ISSM);
                    return true;
                } catch (Refused slower) {
                    return false;
                }
            };
            var first = threads.submit(change);
            var second = threads.submit(change);
            assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder(true, false);
            threads.shutdown();
            assertThat(tables.versions(table.id())).hasSize(2);
        }
    }
}
