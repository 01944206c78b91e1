package io.closeout.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEvent;
import io.closeout.policy.DecisionModels;
import io.closeout.policy.ShippedDecisionModels;
import io.closeout.register.ItemStatus;
import io.closeout.register.Suppression;
import io.closeout.register.Suppressions;
import io.closeout.testing.Databases;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** What imports make of the table of known false positives. */
class KnownFalsePositivesImportTest extends ImportRules {

    private static final ImportLab LAB = new ImportLab(Databases.h2(), Table.class);

    private final Table table = LAB.bean(Table.class);

    KnownFalsePositivesImportTest() {
        super(LAB);
    }

    @Test
    void closesAtIntakeWithARecordAndWithoutAnItem() {
        table.says(row("backported", "\"100\"", "", "", "2026-06-30"));

        Scan scan = lab.imported(aScanOnMarch1().host("web1", 100, 101).host("web2", 100));

        assertCounts(scan, 1, 0, 0, 0, 0, 1, 0, 0);
        assertThat(scan.counts().suppressed()).isEqualTo(2);
        assertThat(lab.findings()).containsExactly("101 web1 443/tcp 1 OPEN POA-2026-001 1 1");
        assertThat(lab.bean(ScanChanges.class).suppressed(scan.id()))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.findings()).isEqualTo(2);
                    assertThat(each.by().isFromTable()).isTrue();
                    assertThat(each.by().tableRow()).isEqualTo("Rule_backported");
                    assertThat(each.by().tableVersion()).isEqualTo(table.version);
                    assertThat(each.by().reason()).isEqualTo("The distribution backports the fix");
                    assertThat(each.by().tableSource()).isEqualTo("Vendor statement");
                });
        LedgerEvent recorded = lab.bean(Ledger.class).of("weakness:1").get(0);
        assertThat(recorded.kind()).isEqualTo("falsePositiveKnown");
        assertThat(recorded.reason()).isEqualTo("The distribution backports the fix");
    }

    @Test
    void isRecordedOnceAndCountedInEachImport() {
        table.says(row("backported", "\"100\"", "", "", "2026-06-30"));
        lab.imported(aScanOnMarch1().host("web1", 100));

        assertThat(lab.imported(aScanOnMarch8().host("web1", 100)).counts().suppressed())
                .isEqualTo(1);

        assertThat(lab.count("suppression")).isEqualTo(1);
        assertThat(lab.count("scan_suppressed")).isEqualTo(2);
    }

    @Test
    void mayNameOneAsset() {
        table.says(row("kiosk", "\"100\"", "", "\"web1\"", "2026-06-30"));

        Scan scan = lab.imported(aScanOnMarch1().host("web1", 100).host("web2", 100));

        assertThat(scan.counts().suppressed()).isEqualTo(1);
        assertThat(lab.findings()).containsExactly("100 web2 443/tcp 1 OPEN POA-2026-001 1 1");
    }

    @Test
    void holdsByTitleUntilTheCheckHasAnother() {
        table.says(row("titled", "", "\"Weakness 100\"", "", "2026-06-30"));
        lab.imported(aScanOnMarch1().host("web1", 100));

        Scan scan = lab.run(
                lab.received(aScanOnMarch8().host("web1", 100).text().replace("Weakness 100", "Another weakness")));

        assertCounts(scan, 1, 0, 0, 0, 0, 1, 0, 0);
    }

    @Test
    void aRowWhoseDateIsOverOrThatNamesNoCheckIsNotUsed() {
        table.says(row("old", "\"100\"", "", "", "2026-03-01"));
        assertThat(lab.imported(aScanOnMarch1().host("web1", 100)).counts().newFindings())
                .isEqualTo(1);

        table.says(row("all", "", "", "", "2026-06-30"));
        assertThat(lab.imported(aScanOnMarch8().host("web1", 101)).counts().newFindings())
                .isEqualTo(1);
    }

    @Test
    void aRowThatIsTakenOutBringsTheFindingToLight() {
        table.says(row("backported", "\"100\"", "", "", "2026-06-30"));
        lab.imported(aScanOnMarch1().host("web1", 100));
        table.says("");

        assertCounts(lab.imported(aScanOnMarch8().host("web1", 100)), 1, 0, 0, 0, 0, 1, 0, 0);

        assertThat(lab.count("suppression where ended_how = 'TABLE_CHANGED'")).isEqualTo(1);
    }

    @Test
    void leavesAloneWhatAnItemHasOpen() {
        table.says("");
        lab.imported(aScanOnMarch1().host("web1", 100));
        table.says(row("backported", "\"100\"", "", "", "2026-06-30"));

        Scan scan = lab.imported(aScanOnMarch8().host("web1", 100).host("web2", 100));

        assertCounts(scan, 0, 1, 0, 0, 0, 0, 0, 0);
        assertThat(scan.counts().suppressed()).isEqualTo(1);
        assertThat(lab.item(FIRST).status()).isEqualTo(ItemStatus.NEW);
    }

    @Test
    void expiresByItself() {
        table.says(row("backported", "\"100\"", "", "", "2026-03-10"));
        lab.imported(aScanOnMarch1().host("web1", 100));

        assertCounts(lab.imported(aScanOnMarch15().host("web1", 100)), 1, 0, 0, 0, 0, 1, 0, 0);
        assertThat(lab.bean(Suppressions.class).knownIn("main"))
                .extracting(Suppression::endedHow)
                .doesNotContainNull();
    }

    private static String row(String id, String check, String title, String asset, String until) {
        return """
                <rule id="Rule_%1$s">
                <inputEntry id="a_%1$s"><text>"nessus"</text></inputEntry><inputEntry id="b_%1$s"><text>%2$s</text></inputEntry>
                <inputEntry id="c_%1$s"><text>%3$s</text></inputEntry><inputEntry id="d_%1$s"><text>%4$s</text></inputEntry>
                <outputEntry id="e_%1$s"><text>"The distribution backports the fix"</text></outputEntry>
                <outputEntry id="f_%1$s"><text>"%5$s"</text></outputEntry>
                <outputEntry id="g_%1$s"><text>"Vendor statement"</text></outputEntry></rule>
                """.formatted(id, check, title, asset, until);
    }

    /** The shipped tables; that of known false positives with rows. */
    static class Table implements DecisionModels {

        private final DecisionModels shipped = new ShippedDecisionModels();
        private String rows = "";
        private int version = 1;

        void says(String rows) {
            this.rows = rows;
            version++;
        }

        @Override
        public DecisionModel latest(String decisionId) {
            DecisionModel model = shipped.latest(decisionId);
            return decisionId.equals("knownFalsePositives")
                    ? new DecisionModel(
                            decisionId, version, model.xml().replace("</decisionTable>", rows + "</decisionTable>"))
                    : model;
        }

        @Bean
        @Primary
        DecisionModels knownAndShipped() {
            return this;
        }
    }
}
