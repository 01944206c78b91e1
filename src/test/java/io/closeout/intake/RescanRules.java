package io.closeout.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.evidence.Evidence;
import io.closeout.evidence.EvidenceKind;
import io.closeout.evidence.EvidenceLocker;
import io.closeout.ledger.Ledger;
import io.closeout.policy.AbsenceRule;
import io.closeout.register.AbsenceProved;
import io.closeout.register.ClosedHow;
import io.closeout.register.ItemStatus;
import io.closeout.register.PoamId;
import io.closeout.register.RescanJudged;
import io.closeout.register.Stage;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What later scans say of items that people work on: fixed, still there, back again. */
abstract class RescanRules extends ImportRules {

    private static final PoamId ITEM = new PoamId(FIRST);

    RescanRules(ImportLab lab) {
        super(lab);
    }

    @BeforeEach
    void twoMachinesAreWeak() {
        lab.imported(aScanOnMarch1().host("web1", 100).host("web2", 100));
    }

    @Test
    void absenceOnAllAssetsAfterTheFixClosesTheItem() {
        fixReportedOn("2026-03-05T10:00:00Z");

        assertCounts(lab.imported(aScanOnMarch8().host("web1").host("web2")), 0, 0, 0, 2, 0, 0, 0, 1);

        assertThat(lab.announced.events()).contains(new RescanJudged(ITEM, true));
        assertThat(lab.item(FIRST).closedHow()).contains(ClosedHow.VERIFIED_BY_RESCAN);
        assertThat(lab.bean(EvidenceLocker.class).of(ITEM.subject()))
                .filteredOn(each -> each.kind() == EvidenceKind.SCAN)
                .extracting(Evidence::speaksOf)
                .containsExactly(LocalDate.of(2026, 3, 8));
        assertThat(lab.count("import_change where kind = 'ABSENT' and scan_id = 2"))
                .isEqualTo(2);
        assertNothingStaged();
    }

    @Test
    void absenceOnOneOfTwoAssetsClosesNothing() {
        fixReportedOn("2026-03-05T10:00:00Z");

        assertCounts(lab.imported(aScanOnMarch8().host("web1")), 0, 0, 0, 1, 1, 0, 0, 0);

        assertThat(lab.item(FIRST).stage()).isEqualTo(Stage.VERIFY);
    }

    @Test
    void theLastAssetMayBeProvedByALaterScan() {
        fixReportedOn("2026-03-05T10:00:00Z");
        lab.imported(aScanOnMarch8().host("web1"));

        assertCounts(lab.imported(aScanOnMarch15().host("web2")), 0, 0, 0, 1, 0, 0, 0, 1);

        assertThat(lab.announced.events()).contains(new RescanJudged(ITEM, true));
    }

    @Test
    void oneAssetThatStillShowsItSendsTheItemBack() {
        fixReportedOn("2026-03-05T10:00:00Z");

        assertCounts(lab.imported(aScanOnMarch8().host("web1").host("web2", 100)), 0, 1, 0, 1, 0, 0, 0, 0);

        assertThat(lab.announced.events()).contains(new RescanJudged(ITEM, false));
        assertThat(lab.item(FIRST).status()).isEqualTo(ItemStatus.IN_PROGRESS);
        assertThat(lab.item(FIRST).failedVerifications()).isEqualTo(1);
        assertThat(reasons()).anyMatch(reason -> reason.contains("still sees it on web2"));
    }

    @Test
    void aScanFromBeforeTheFixJudgesNothing() {
        fixReportedOn("2026-03-09T07:00:00Z");

        assertCounts(lab.imported(aScanOnMarch8().host("web1", 100).host("web2", 100)), 0, 2, 0, 0, 0, 0, 0, 0);

        assertThat(lab.item(FIRST).stage()).isEqualTo(Stage.VERIFY);
        assertThat(lab.announced.events()).noneMatch(RescanJudged.class::isInstance);
    }

    @Test
    void absenceFromBeforeTheFixIsLeftToTheTable() {
        fixReportedOn("2026-03-09T07:00:00Z");

        assertCounts(lab.imported(aScanOnMarch8().host("web1").host("web2")), 0, 0, 0, 2, 0, 0, 0, 1);

        assertThat(lab.announced.events())
                .contains(new AbsenceProved(ITEM, AbsenceRule.Outcome.CLOSE))
                .noneMatch(RescanJudged.class::isInstance);
        assertThat(lab.item(FIRST).closedHow()).contains(ClosedHow.REMEDIATED_OUTSIDE_PROCESS);
    }

    @Test
    void absenceOfANewItemIsLeftToTheTable() {
        assertCounts(lab.imported(aScanOnMarch8().host("web1").host("web2")), 0, 0, 0, 2, 0, 0, 0, 1);

        assertThat(lab.announced.events()).contains(new AbsenceProved(ITEM, AbsenceRule.Outcome.CLOSE));
    }

    @Test
    void aClosedWeaknessThatReappearsOpensANewItemThatNamesTheOldOne() {
        lab.imported(aScanOnMarch8().host("web1").host("web2"));

        assertCounts(lab.imported(aScanOnMarch15().host("web1", 100).host("web2")), 0, 0, 1, 0, 0, 1, 1, 0);

        assertThat(lab.item(SECOND).reopens()).contains(ITEM);
        assertThat(lab.item(SECOND).detectedOn()).isEqualTo(LocalDate.of(2026, 3, 15));
        assertThat(lab.item(FIRST).status()).isEqualTo(ItemStatus.CLOSED);
        assertThat(lab.findings())
                .containsExactly(
                        "100 web1 443/tcp 1 ABSENT POA-2026-001 1 1",
                        "100 web1 443/tcp 2 OPEN POA-2026-002 3 3",
                        "100 web2 443/tcp 1 ABSENT POA-2026-001 1 1");
    }

    @Test
    void aClosedWeaknessOnANewAssetNamesTheOldItemAsWell() {
        lab.imported(aScanOnMarch8().host("web1").host("web2"));

        assertCounts(lab.imported(aScanOnMarch15().host("web3", 100)), 1, 0, 0, 0, 0, 1, 1, 0);

        assertThat(lab.item(SECOND).reopens()).contains(ITEM);
    }

    @Test
    void anOlderScanReopensNothing() {
        lab.imported(aScanOnMarch15().host("web1").host("web2"));

        assertCounts(lab.imported(ScanFile.endedAt("2026-03-08T20:00:00Z").host("web1", 100)), 0, 1, 0, 0, 0, 0, 0, 0);

        assertThat(lab.items()).hasSize(1);
        assertThat(lab.item(FIRST).status()).isEqualTo(ItemStatus.CLOSED);
    }

    @Test
    void aFindingThatComesBackWhileItsItemIsOpenReturnsToIt() {
        lab.imported(aScanOnMarch8().host("web1").host("web2", 100));

        assertCounts(lab.imported(aScanOnMarch15().host("web1", 100).host("web2", 100)), 0, 1, 1, 0, 0, 0, 0, 0);

        assertThat(lab.findings())
                .containsExactly(
                        "100 web1 443/tcp 1 ABSENT POA-2026-001 1 1",
                        "100 web1 443/tcp 2 OPEN POA-2026-001 3 3",
                        "100 web2 443/tcp 1 OPEN POA-2026-001 1 3");
        assertThat(lab.items()).hasSize(1);
    }

    @Test
    void whatAPersonVerifiedAndAScanStillSeesOpensANewItem() {
        fixReportedOn("2026-03-05T10:00:00Z");
        lab.situations.closed(ITEM);

        assertCounts(lab.imported(aScanOnMarch8().host("web1").host("web2", 100)), 0, 0, 1, 0, 0, 1, 1, 0);

        assertThat(lab.item(SECOND).reopens()).contains(ITEM);
        assertThat(lab.findings()).contains("100 web1 443/tcp 1 VERIFIED POA-2026-001 1 1");
    }

    @Test
    void aScanFromBeforeTheFixReopensNothingThatAPersonVerified() {
        fixReportedOn("2026-03-09T07:00:00Z");
        lab.situations.closed(ITEM);

        assertCounts(lab.imported(aScanOnMarch8().host("web1", 100)), 0, 1, 0, 0, 0, 0, 0, 0);

        assertThat(lab.items()).hasSize(1);
    }

    private void fixReportedOn(String moment) {
        lab.situations.signedOff(lab.situations.planned(ITEM, LocalDate.of(2026, 3, 20)));
        lab.clock.set(moment);
        lab.situations.reportedFixed(ITEM);
        lab.announced.forget();
    }

    private List<String> reasons() {
        return lab.bean(Ledger.class).of(ITEM.subject()).stream()
                .map(each -> String.valueOf(each.reason()))
                .toList();
    }
}
