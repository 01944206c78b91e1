package io.closeout.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEvent;
import io.closeout.policy.AbsenceRule;
import io.closeout.policy.DecisionModels;
import io.closeout.policy.ShippedDecisionModels;
import io.closeout.register.AbsenceProved;
import io.closeout.register.ItemStatus;
import io.closeout.register.Situations;
import io.closeout.testing.Databases;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** What the table {@code coverageVerdict} makes of results that a list does not hold any more. */
class CoverageVerdictImportTest {

    private static final String TRIVY = """
            {"SchemaVersion": 2, "CreatedAt": "2026-03-%sT20:00:00Z", "ArtifactName": "press:1", "ArtifactType": "container_image",
             "Results": [{"Target": "press:1 (debian 12)", "Class": "os-pkgs", "Type": "debian", "Vulnerabilities": [%s]}]}
            """;
    private static final String OPENSSL = """
            {"VulnerabilityID": "CVE-2026-0001", "PkgName": "openssl", "InstalledVersion": "3", "Severity": "HIGH"}""";
    private static final String BASH = """
            {"VulnerabilityID": "CVE-2026-0002", "PkgName": "bash", "InstalledVersion": "5", "Severity": "LOW"}""";

    abstract static class Rules extends ImportRules {

        private final Table table;

        Rules(ImportLab lab) {
            super(lab);
            table = lab.bean(Table.class);
        }

        @AfterEach
        void asShipped() {
            table.says("");
        }

        private Scan trivy(String day, String vulnerabilities) {
            lab.clock.set("2026-03-" + day + "T22:00:00Z");
            return lab.run(lab.received(TRIVY.formatted(day, vulnerabilities)));
        }

        @Test
        void nothingIsProvedAsShipped() {
            trivy("01", OPENSSL + "," + BASH);

            assertCounts(trivy("08", BASH), 0, 1, 0, 0, 1, 0, 0, 0);
        }

        @Test
        void aRowForAFormatProvesThere() {
            table.says(row("\"trivy-json\"", "\"LISTED\"", "PROVED"));
            trivy("01", OPENSSL + "," + BASH);

            Scan later = trivy("08", BASH);

            assertCounts(later, 0, 1, 0, 1, 0, 0, 0, 1);
            assertThat(lab.item(FIRST).status()).isEqualTo(ItemStatus.CLOSED);
            assertThat(lab.bean(Ledger.class).of("item:" + FIRST))
                    .extracting(LedgerEvent::reason)
                    .anyMatch(reason -> reason != null && reason.contains("by the table coverageVerdict"));
        }

        @Test
        void aRowForAnotherFormatProvesNothingHere() {
            table.says(row("\"grype-json\"", "\"LISTED\"", "PROVED"));
            trivy("01", OPENSSL);

            assertCounts(trivy("08", BASH), 1, 0, 0, 0, 1, 1, 0, 0);
        }

        @Test
        void aRowForListedAssetsSaysNothingOfMissingOnes() {
            table.says(row("\"trivy-json\"", "\"LISTED\"", "PROVED"));
            trivy("01", OPENSSL);
            lab.clock.set("2026-03-08T22:00:00Z");

            Scan other = lab.run(lab.received(TRIVY.formatted("08", BASH).replace("press:1", "other:1")));

            assertCounts(other, 1, 0, 0, 0, 1, 1, 0, 0);
        }

        @Test
        void noRowStretchesWhatAFormatWithCoverageSays() {
            table.says(row("\"nessus-v2\"", "", "PROVED"));
            lab.imported(aScanOnMarch1().host("web1", 100));

            assertCounts(lab.imported(aScanOnMarch8().host("web1", ScanFile.Host::neverEnded)), 0, 0, 0, 0, 1, 0, 0, 0);
        }

        @Test
        void anOlderFileProvesNothing() {
            table.says(row("\"trivy-json\"", "", "PROVED"));
            trivy("08", OPENSSL);
            lab.clock.set("2026-03-09T22:00:00Z");

            Scan older = lab.run(lab.received(TRIVY.formatted("01", BASH)));

            assertCounts(older, 1, 0, 0, 0, 1, 1, 0, 0);
        }

        @Test
        void somebodyIsAskedOnceUntilItIsSeenAgain() {
            table.says(row("\"trivy-json\"", "\"LISTED\"", "ASK_PERSON"));
            trivy("01", OPENSSL);

            Scan asking = trivy("08", "");
            trivy("09", "");

            assertCounts(asking, 0, 0, 0, 0, 1, 0, 0, 0);
            assertThat(questions()).isEqualTo(1);
            assertThat(lab.item(FIRST).status()).isEqualTo(ItemStatus.NEW);
            assertThat(lab.bean(ScanChanges.class).notObserved(asking.id()))
                    .singleElement()
                    .satisfies(each -> assertThat(each.reason()).isEqualTo(ScanChanges.Reason.PERSON_ASKED));
            assertThat(lab.bean(ScanChanges.class).items(asking.id(), ScanChanges.Kind.ASKED))
                    .extracting(ScanChanges.ChangedItem::id, ScanChanges.ChangedItem::findings)
                    .containsExactly(tuple(FIRST, 1));
            trivy("10", OPENSSL);
            trivy("11", "");
            assertThat(questions()).isEqualTo(2);
        }

        @Test
        void anImportThatAskedIsUndone() {
            table.says(row("\"trivy-json\"", "\"LISTED\"", "ASK_PERSON"));
            trivy("01", OPENSSL);
            Map<String, List<String>> before = lab.everything();
            Scan asking = trivy("08", "");
            assertThat(lab.everything()).isNotEqualTo(before);

            lab.bean(ImportUndo.class).undo(asking.id(), "The wrong file", Situations.ISSM);

            assertThat(lab.everything()).isEqualTo(before);
            trivy("09", "");
            assertThat(questions()).isEqualTo(2);
        }

        @Test
        void nobodyIsAskedWhileTheItemIsOpenElsewhere() {
            table.says(row("\"trivy-json\"", "\"LISTED\"", "ASK_PERSON"));
            trivy("01", OPENSSL);
            lab.run(lab.received(TRIVY.formatted("01", OPENSSL).replace("press:1", "other:1")));

            trivy("08", "");

            assertThat(questions()).isZero();
            lab.run(lab.received(TRIVY.formatted("08", "").replace("press:1", "other:1")));
            assertThat(questions()).isEqualTo(1);
        }

        private long questions() {
            return lab.announced.events().stream()
                    .filter(event ->
                            event instanceof AbsenceProved proved && proved.outcome() == AbsenceRule.Outcome.ASK_ISSM)
                    .count();
        }

        private static String row(String format, String asset, String verdict) {
            StringBuilder row = new StringBuilder("<rule id=\"Rule_ours\">");
            String[] entries = {format, "", "", asset, "", "", "", "true", ""};
            for (int i = 0; i < entries.length; i++) {
                row.append("<inputEntry id=\"ours_%d\"><text>%s</text></inputEntry>".formatted(i, entries[i]));
            }
            return row + "<outputEntry id=\"ours_v\"><text>\"" + verdict + "\"</text></outputEntry>"
                    + "<outputEntry id=\"ours_s\"><text>\"Our pipeline\"</text></outputEntry></rule>";
        }
    }

    @Nested
    class OnH2 extends Rules {
        OnH2() {
            super(H2.LAB);
        }
    }

    @Nested
    class OnPostgres extends Rules {
        OnPostgres() {
            super(Postgres.LAB);
        }
    }

    private static final class H2 {
        static final ImportLab LAB = new ImportLab(Databases.h2(), Table.class);
    }

    private static final class Postgres {
        static final ImportLab LAB = new ImportLab(Databases.postgres(), Table.class);
    }

    /** The shipped tables; that of verdicts with a row above its own. */
    static class Table implements DecisionModels {

        private final DecisionModels shipped = new ShippedDecisionModels();
        private String row = "";
        private int version = 1;

        void says(String row) {
            this.row = row;
            version++;
        }

        @Override
        public DecisionModel latest(String decisionId) {
            DecisionModel model = shipped.latest(decisionId);
            return decisionId.equals("coverageVerdict")
                    ? new DecisionModel(
                            decisionId,
                            version,
                            model.xml()
                                    .replaceFirst(
                                            "<rule id=\"Rule_lostAccess\">", row + "<rule id=\"Rule_lostAccess\">"))
                    : model;
        }

        @Bean
        @Primary
        DecisionModels oursAndShipped() {
            return this;
        }
    }
}
