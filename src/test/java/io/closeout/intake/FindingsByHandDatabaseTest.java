package io.closeout.intake;

import static io.closeout.register.Situations.ISSM;
import static io.closeout.register.Situations.IT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.assessment.Requirements;
import io.closeout.intake.byhand.FindingSource;
import io.closeout.intake.byhand.FindingsByHand;
import io.closeout.intake.byhand.ReportedBefore;
import io.closeout.intake.byhand.ReportedFinding;
import io.closeout.ledger.Ledger;
import io.closeout.policy.Track;
import io.closeout.register.ItemStatus;
import io.closeout.register.ItemsOpened;
import io.closeout.register.PoamItem;
import io.closeout.register.Weaknesses;
import io.closeout.register.Weaknesses.Weakness;
import io.closeout.shared.PageRequest;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** It is the morning of 2 March 2026. */
class FindingsByHandDatabaseTest {

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

        private static final LocalDate DETECTED = LocalDate.parse("2026-02-20");

        private final FindingsByHand findings;

        Rules(ImportLab lab) {
            super(lab);
            findings = lab.bean(FindingsByHand.class);
        }

        @Test
        void becomesAnItemWithItsWeaknessAndItsProcess() {
            PoamItem item = findings.report(anAuditEntry("A-7", List.of(), List.of()), ISSM);

            assertThat(item.title()).isEqualTo("Shared account at the press");
            assertThat(item.description()).contains("Three people sign in as operator.");
            assertThat(item.source()).isEqualTo("Audit");
            assertThat(item.sourceId()).contains("A-7");
            assertThat(item.severity()).isEqualTo(Severity.HIGH);
            assertThat(item.detectedOn()).isEqualTo(DETECTED);
            assertThat(item.track()).isEqualTo(Track.OPERATIONAL);
            assertThat(item.status()).isEqualTo(ItemStatus.NEW);
            Weakness weakness = lab.bean(Weaknesses.class)
                    .find(item.weaknessId().orElseThrow())
                    .orElseThrow();
            assertThat(weakness.scanner()).isEqualTo("manual");
            assertThat(weakness.solution()).isEqualTo("Give everybody an account.");
            assertThat(weakness.cves()).isEqualTo("CVE-2023-27532");
            assertThat(lab.announced.events()).contains(new ItemsOpened(List.of(item.id())));
            assertThat(lab.findings()).isEmpty();
        }

        @Test
        void standsInTheLedger() {
            PoamItem item = findings.report(anAuditEntry("A-7", List.of(), List.of()), ISSM);

            assertThat(lab.bean(Ledger.class).of(item.id().subject()))
                    .filteredOn(event -> event.kind().equals("findingReported"))
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.actor()).isEqualTo("issm");
                        assertThat(event.field("sourceId").orElseThrow().after())
                                .isEqualTo("A-7");
                        assertThat(event.field("requirements").orElseThrow().after())
                                .isEqualTo("AC.L2-3.1.1 IA.L2-3.5.1");
                    });
        }

        @Test
        void isListedWithTheRequirementsThatItSpeaksAgainst() {
            PoamItem item = findings.report(anAuditEntry("A-7", List.of(), List.of()), ISSM);

            assertThat(findings.list(new PageRequest(0, 10, "")).items())
                    .singleElement()
                    .isEqualTo(findings.of(item.id()).orElseThrow())
                    .satisfies(report -> {
                        assertThat(report.recommendation()).isEqualTo("Give everybody an account.");
                        assertThat(report.requirements())
                                .containsExactly(Requirements.get("AC.L2-3.1.1"), Requirements.get("IA.L2-3.5.1"));
                        assertThat(report.reportedBy()).isEqualTo("issm");
                    });
        }

        @Test
        void standsOnAssetsThatAreKnownAndThoseThatAreNew() {
            lab.imported(aScanOnMarch1().host("web1", 100));

            PoamItem item = findings.report(anAuditEntry("A-7", List.of("web1"), List.of("Press 4", "WEB1")), ISSM);

            assertThat(lab.findings())
                    .contains(
                            "main/AUDIT/A-7 web1  1 OPEN %s 0 0".formatted(item.id()),
                            "main/AUDIT/A-7 Press 4  1 OPEN %s 0 0".formatted(item.id()));
            assertThat(lab.count(
                            "item_asset where item_id = '%s' and detected_on = date '2026-02-20'".formatted(item.id())))
                    .isEqualTo(2);
            assertThat(lab.count("asset")).isEqualTo(2);
        }

        @Test
        void refusesAssetsThatNobodyKnows() {
            assertThatThrownBy(() -> findings.report(anAuditEntry("A-7", List.of("Prss 4"), List.of("Lathe")), ISSM))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("There is no asset named Prss 4");
            assertThat(lab.count("asset")).isZero();
            assertThat(lab.count("reported_finding")).isZero();
        }

        @Test
        void isReportedOnceAndTheSecondTimeShowsTheWayToTheFirst() {
            PoamItem first = findings.report(anAuditEntry("A-7", List.of(), List.of()), ISSM);

            assertThatThrownBy(() -> findings.report(anAuditEntry("a-7 ", List.of(), List.of()), ISSM))
                    .isInstanceOf(ReportedBefore.class)
                    .hasMessageContaining("is %1$s (/items/%1$s)".formatted(first.id()));
            assertThat(lab.items()).hasSize(1);
        }

        @Test
        void isToldApartByItsTitleWhereItHasNoId() {
            findings.report(anAuditEntry(null, List.of(), List.of()), ISSM);

            assertThatThrownBy(() -> findings.report(anAuditEntry(null, List.of(), List.of()), ISSM))
                    .isInstanceOf(ReportedBefore.class)
                    .hasMessageContaining("Audit \"Shared account at the press\" was reported already");
        }

        @Test
        void isAnotherInAnotherScope() {
            findings.report(anAuditEntry("A-7", List.of(), List.of(), "main"), ISSM);
            lab.addScope("Plant");

            findings.report(anAuditEntry("A-7", List.of(), List.of(), "plant"), ISSM);

            assertThat(lab.items()).hasSize(2);
            assertThat(lab.count("weakness where scanner = 'manual'")).isEqualTo(2);
        }

        @Test
        void ofTwoAtOnceOneIsTooLate() throws Exception {
            findings.report(anAuditEntry("A-6", List.of(), List.of()), ISSM);
            CyclicBarrier start = new CyclicBarrier(2);
            Callable<Boolean> reporting = () -> {
                start.await();
                try {
                    findings.report(anAuditEntry("A-7", List.of(), List.of()), ISSM);
                    return true;
                } catch (ReportedBefore late) {
                    return false;
                }
            };
            ExecutorService threads = Executors.newFixedThreadPool(2);
            int reported = 0;
            for (var each : threads.invokeAll(List.of(reporting, reporting), 30, TimeUnit.SECONDS)) {
                reported += each.get() ? 1 : 0;
            }
            threads.shutdown();

            assertThat(reported).isEqualTo(1);
            assertThat(lab.items()).hasSize(2);
        }

        @Test
        void isNeverClosedByAScanThatSeesItsAssetAndNothingOnIt() {
            lab.imported(aScanOnMarch1().host("web1", 100));
            PoamItem item = findings.report(anAuditEntry("A-7", List.of("web1"), List.of()), ISSM);
            lab.clock.set("2026-03-09T08:00:00Z");

            Scan rescan = lab.imported(aScanOnMarch8().host("web1"));

            assertThat(rescan.counts().verifiedAbsent()).isEqualTo(1);
            assertThat(lab.item(item.id().text()).status()).isEqualTo(ItemStatus.NEW);
            assertThat(lab.findings()).contains("main/AUDIT/A-7 web1  1 OPEN %s 0 0".formatted(item.id()));
        }

        @Test
        void isNotOfTheFuture() {
            lab.clock.set("2026-02-19T08:00:00Z");

            assertThatThrownBy(() -> findings.report(anAuditEntry("A-7", List.of(), List.of()), ISSM))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("lies in the future");
        }

        @Test
        void isReportedByTheIssmOnly() {
            assertThatThrownBy(() -> findings.report(anAuditEntry("A-7", List.of(), List.of()), IT))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("Only ISSM may report findings");
        }

        private static ReportedFinding anAuditEntry(@Nullable String id, List<String> assets, List<String> newAssets) {
            return anAuditEntry(id, assets, newAssets, null);
        }

        private static ReportedFinding anAuditEntry(
                @Nullable String id, List<String> assets, List<String> newAssets, @Nullable String scope) {
            return new ReportedFinding(
                    "Shared account at the press",
                    "Three people sign in as operator.",
                    "Give everybody an account.",
                    Severity.HIGH,
                    FindingSource.AUDIT,
                    id,
                    DETECTED,
                    scope,
                    assets,
                    newAssets,
                    List.of("cve-2023-27532"),
                    List.of(Requirements.get("IA.L2-3.5.1"), Requirements.get("AC.L2-3.1.1")),
                    Track.OPERATIONAL);
        }
    }
}
