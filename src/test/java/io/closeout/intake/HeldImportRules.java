package io.closeout.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.intake.Scan.Verdict;
import io.closeout.register.Situations;
import io.closeout.shared.Refused;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Imports that wait for a person: nothing of them is in the register until they are committed. */
abstract class HeldImportRules extends ImportRules {

    private static final Actor UPLOADER = new Actor("it", Set.of(Group.REMEDIATOR), "test");
    private static final Actor OTHER = new Actor("ot", Set.of(Group.REMEDIATOR), "test");

    /** Whatever an import writes, staging and the scan itself apart. */
    private static final List<String> REGISTER = List.of(
            "asset",
            "asset_identifier",
            "weakness",
            "finding",
            "poam_item",
            "item_asset",
            "item_number",
            "info_observation",
            "suppression",
            "import_change");

    HeldImportRules(ImportLab lab) {
        super(lab);
    }

    private HeldImports held() {
        return lab.bean(HeldImports.class);
    }

    private List<?> register() {
        return REGISTER.stream()
                .map(table -> lab.jdbc.sql("select * from " + table).query().listOfRows().stream()
                        .map(String::valueOf)
                        .sorted()
                        .toList())
                .toList();
    }

    private Scan compared(long scan) {
        lab.reading.read(scan, percent -> {});
        lab.comparison.compare(scan, percent -> {});
        return lab.scans.get(scan);
    }

    private Scan previewed(ScanFile file) {
        long scan = lab.received(file.text());
        lab.jdbc
                .sql("update scan set preview = true, received_by = 'it' where id = ?")
                .param(scan)
                .update();
        compared(scan);
        assertThat(held().judge(scan)).isTrue();
        return lab.scans.get(scan);
    }

    private Scan committed(Scan scan) {
        lab.commit.commit(scan.id(), percent -> {});
        return lab.scans.get(scan.id());
    }

    /** As many checks from 100 on. */
    private static int[] checks(int count) {
        return IntStream.range(100, 100 + count).toArray();
    }

    @Test
    void aPreviewCountsWhatWouldChangeAndChangesNothing() {
        lab.imported(aScanOnMarch1().host("web1", 100, 101).host("web2", 100));
        List<?> before = register();

        Scan preview = previewed(aScanOnMarch8().host("web1", 100, 102).host("web3", 102));

        assertThat(preview.state()).isEqualTo(ScanState.AWAITING_DECISION);
        assertThat(preview.counts().newFindings()).isEqualTo(2);
        assertThat(preview.counts().seenAgain()).isEqualTo(1);
        assertThat(preview.counts().verifiedAbsent()).isEqualTo(1);
        assertThat(preview.counts().notObserved()).isEqualTo(1);
        assertThat(register()).isEqualTo(before);
        assertThat(lab.count("scope_lease")).isZero();
    }

    @Test
    void aPreviewNamesWeaknessesItemsAndStrangers() {
        lab.imported(aScanOnMarch1().host("web1", 100, 101));
        ForeseenChanges foreseen = lab.bean(ForeseenChanges.class);

        Scan preview = previewed(aScanOnMarch8().host("web1", 100, 102).host("web3", 100));

        assertThat(foreseen.openings(preview.id()))
                .extracting(each -> each.item() + " " + each.title() + " " + each.findings() + " " + each.hosts())
                .containsExactly(FIRST + " Weakness 100 1 1", "null Weakness 102 1 1");
        assertThat(foreseen.endings(preview.id()))
                .extracting(each -> each.item() + " " + each.findings() + " " + each.left())
                .containsExactly(SECOND + " 1 0");
        assertThat(foreseen.strangers(preview.id())).containsExactly("web3");
    }

    @Test
    void aDiscardedImportLeavesNothingBehind() {
        lab.imported(aScanOnMarch1().host("web1", 100));
        List<?> before = register();
        Scan preview = previewed(aScanOnMarch8().host("web9", 101));

        held().decide(preview.id(), Verdict.DISCARD, "Not ours", UPLOADER);

        Scan discarded = lab.scans.get(preview.id());
        assertThat(discarded.state()).isEqualTo(ScanState.UNDONE);
        assertThat(discarded.decision()).extracting("by", "reason").containsExactly("it", "Not ours");
        assertThat(register()).isEqualTo(before);
        assertThat(lab.count("scan_host where scan_id = " + preview.id())).isZero();
        assertNothingStaged();
    }

    @Test
    void aCommitComparesWithTheRegisterAsItIsByThen() {
        lab.imported(aScanOnMarch1().host("web1", 100));
        Scan preview = previewed(aScanOnMarch8().host("web1", 100, 101).host("web2", 101));
        assertThat(preview.counts().newFindings()).isEqualTo(2);

        lab.imported(ScanFile.endedAt("2026-03-08T19:00:00Z").host("web1", 100, 101));
        held().decide(preview.id(), Verdict.COMMIT, null, UPLOADER);

        assertCounts(committed(preview), 1, 2, 0, 0, 0, 0, 0, 0);
        assertThat(lab.items()).hasSize(2);
        assertThat(lab.count("asset where name = 'web1'")).isEqualTo(1);
        assertNothingStaged();
    }

    @Test
    void theFirstScanIsNeverHeld() {
        Scan first = compared(lab.received(aScanOnMarch1().text()));
        assertThat(held().judge(first.id())).isFalse();
        assertThat(lab.scans.get(first.id()).state()).isNotEqualTo(ScanState.AWAITING_DECISION);
    }

    @Test
    void whatWouldEndMoreThanHalfIsHeldAndNeedsAReason() {
        lab.imported(aScanOnMarch1().runningChecks(checks(60)).host("web1", checks(60)));
        List<?> before = register();

        Scan scan = compared(lab.received(
                aScanOnMarch8().runningChecks(checks(60)).host("web1", 100).text()));

        assertThat(held().judge(scan.id())).isTrue();
        assertThat(lab.scans.get(scan.id()).heldBecause())
                .singleElement()
                .asString()
                .contains("More than half");
        assertThat(register()).isEqualTo(before);
        assertThatThrownBy(() -> held().decide(scan.id(), Verdict.COMMIT, " ", Situations.ISSM))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Say why");
        held().decide(scan.id(), Verdict.COMMIT, "Patch day", Situations.ISSM);
        assertThat(committed(scan).counts().verifiedAbsent()).isEqualTo(59);
    }

    @Test
    void anOlderScanIsHeld() {
        lab.imported(aScanOnMarch8().host("web1", 100));
        Scan older = compared(lab.received(aScanOnMarch1().host("web1", 100).text()));
        assertThat(held().judge(older.id())).isTrue();
        assertThat(lab.scans.get(older.id()).heldBecause())
                .singleElement()
                .asString()
                .contains("older");
    }

    @Test
    void aScanOfStrangersIsHeld() {
        lab.imported(aScanOnMarch1().host("web1", 100));
        ScanFile foreign = aScanOnMarch8();
        for (int i = 0; i < 5; i++) {
            foreign.host("plant" + i, 100);
        }
        Scan scan = compared(lab.received(foreign.text()));
        assertThat(held().judge(scan.id())).isTrue();
        assertThat(lab.scans.get(scan.id()).heldBecause())
                .singleElement()
                .asString()
                .contains("another network");
    }

    @Test
    void farMoreThanUsualIsHeld() {
        int[] many = checks(60);
        lab.imported(aScanOnMarch1().runningChecks(many).host("web1", 100));
        lab.imported(
                ScanFile.endedAt("2026-03-01T21:00:00Z").runningChecks(many).host("web1", 100, 101, 102));
        Scan scan = compared(lab.received(
                aScanOnMarch8().runningChecks(many).host("web1", many).text()));
        assertThat(held().judge(scan.id())).isTrue();
        assertThat(lab.scans.get(scan.id()).heldBecause())
                .singleElement()
                .asString()
                .contains("three times");
    }

    @Test
    void onlyTheIssmDecidesWhatIsStrangeAndOnlyOnce() {
        lab.imported(aScanOnMarch8().host("web1", 100));
        Scan older = previewed(aScanOnMarch1().host("web1", 100));

        assertThatThrownBy(() -> held().decide(older.id(), Verdict.DISCARD, "Mine", UPLOADER))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("ISSM");
        held().decide(older.id(), Verdict.DISCARD, "Too old", Situations.ISSM);
        assertThatThrownBy(() -> held().decide(older.id(), Verdict.COMMIT, "After all", Situations.ISSM))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("does not wait");
    }

    @Test
    void aPreviewIsDecidedByWhoAskedForItOrTheIssmAndNobodyElse() {
        Scan preview = previewed(aScanOnMarch1().host("web1", 100));
        assertThatThrownBy(() -> held().decide(preview.id(), Verdict.COMMIT, null, OTHER))
                .isInstanceOf(Refused.class);
        held().decide(preview.id(), Verdict.COMMIT, null, UPLOADER);
        assertCounts(committed(preview), 1, 0, 0, 0, 0, 1, 0, 0);
        assertThat(lab.items()).extracting(item -> item.id().text()).containsExactly(FIRST);
    }
}
