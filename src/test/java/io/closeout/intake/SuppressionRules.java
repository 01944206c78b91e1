package io.closeout.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.access.Actor;
import io.closeout.ledger.Ledger;
import io.closeout.register.AssetMerge;
import io.closeout.register.ItemPaths;
import io.closeout.register.ItemStatus;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Situations;
import io.closeout.register.Suppression;
import io.closeout.register.Suppressions;
import io.closeout.register.Suppressions.Decided;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** What imports make of what somebody decided to be a false positive. Items are decided on the morning of their import. */
abstract class SuppressionRules extends ImportRules {

    private static final LocalDate MARCH_10 = LocalDate.of(2026, 3, 10);
    private static final long REQUEST = 7;

    private final Suppressions suppressions;

    SuppressionRules(ImportLab lab) {
        super(lab);
        suppressions = lab.bean(Suppressions.class);
    }

    @Test
    void aFalsePositiveEndsItsFindingsAsSuppressedAndNotAsVerified() {
        lab.imported(aScanOnMarch1().host("web1", 100).host("web2", 100));

        falsePositiveEverywhere(FIRST);

        assertThat(lab.item(FIRST).status()).isEqualTo(ItemStatus.FALSE_POSITIVE);
        assertThat(lab.findings())
                .containsExactly(
                        "100 web1 443/tcp 1 SUPPRESSED POA-2026-001 1 1",
                        "100 web2 443/tcp 1 SUPPRESSED POA-2026-001 1 1");
        assertThat(lab.count("finding where ended_at is null")).isZero();
    }

    @Test
    void laterImportsLeaveOutAndCountWhatIsCoveredAndOpenNothingForIt() {
        lab.imported(aScanOnMarch1().host("web1", 100, 101));
        falsePositiveEverywhere(FIRST);
        List<String> findings = lab.findings();

        Scan scan = lab.imported(aScanOnMarch8().host("web1", 100, 101).host("web2", 100));

        assertCounts(scan, 0, 1, 0, 0, 0, 0, 0, 0);
        assertThat(scan.counts().suppressed()).isEqualTo(2);
        assertThat(scan.counts().findings()).isEqualTo(3);
        assertThat(lab.items()).hasSize(2);
        assertThat(lab.findings().get(0)).isEqualTo(findings.get(0));
        assertThat(leftOut(scan)).containsExactly("100 everywhere 2 findings on 2 assets, decided by issm");
        assertNothingStaged();
    }

    @Test
    void theSameFileAgainIsOnlySeenAgainAndSuppressed() {
        ScanFile file = aScanOnMarch1().host("web1", 100, 101);
        lab.imported(file);
        falsePositiveEverywhere(FIRST);

        Scan scan = lab.imported(file);

        assertCounts(scan, 0, 1, 0, 0, 0, 0, 0, 0);
        assertThat(scan.counts().suppressed()).isEqualTo(1);
    }

    @Test
    void forSomeAssetsTheItemGoesOnWithTheRest() {
        lab.imported(aScanOnMarch1().host("web1", 100).host("web2", 100));
        suppress(FIRST, "web1");

        Scan scan =
                lab.imported(aScanOnMarch8().host("web1", 100).host("web2", 100).host("web3", 100));

        assertCounts(scan, 1, 1, 0, 0, 0, 0, 0, 0);
        assertThat(scan.counts().suppressed()).isEqualTo(1);
        assertThat(lab.item(FIRST).status()).isEqualTo(ItemStatus.NEW);
        assertThat(lab.findings())
                .containsExactly(
                        "100 web1 443/tcp 1 SUPPRESSED POA-2026-001 1 1",
                        "100 web2 443/tcp 1 OPEN POA-2026-001 1 2",
                        "100 web3 443/tcp 1 OPEN POA-2026-001 2 2");
    }

    @Test
    void anAssetThatWasNotDecidedOpensANewItemThatNamesTheOld() {
        lab.imported(aScanOnMarch1().host("web1", 100));
        suppress(FIRST, "web1");
        endAsFalsePositive(FIRST);

        Scan scan = lab.imported(aScanOnMarch8().host("web1", 100).host("web2", 100));

        assertCounts(scan, 1, 0, 0, 0, 0, 1, 1, 0);
        assertThat(scan.counts().suppressed()).isEqualTo(1);
        assertThat(lab.item(SECOND).reopens()).contains(new PoamId(FIRST));
    }

    @Test
    void anotherPlaceOnADecidedAssetIsCovered() {
        lab.imported(aScanOnMarch1().host("web1", 100));
        suppress(FIRST, "web1");
        endAsFalsePositive(FIRST);

        Scan scan =
                lab.imported(aScanOnMarch8().host("web1", host -> host.weak(100).weakAt(100, 8443)));

        assertThat(scan.counts().suppressed()).isEqualTo(2);
        assertThat(lab.items()).hasSize(1);
    }

    @Test
    void onItsLastDayItStillHoldsAndOnTheNextTheFindingComesBackAsANewItem() {
        lab.imported(aScanOnMarch1().host("web1", 100));
        falsePositiveEverywhere(FIRST);

        Scan onTheLastDay = lab.run(lab.received(scannedOn("2026-03-10").text()));
        assertThat(onTheLastDay.counts().suppressed()).isEqualTo(1);

        suppressions.expire(REQUEST, Actor.system("process"));
        Scan after = lab.run(lab.received(scannedOn("2026-03-11").text()));
        assertCounts(after, 0, 0, 1, 0, 0, 1, 1, 0);
        assertThat(after.counts().suppressed()).isZero();
        assertThat(lab.item(SECOND).reopens()).contains(new PoamId(FIRST));
        assertThat(lab.item(SECOND).status()).isEqualTo(ItemStatus.NEW);
        assertThat(lab.findings().get(1)).isEqualTo("100 web1 443/tcp 2 OPEN POA-2026-002 3 3");
    }

    /** A server that stood still when the timer was due. */
    @Test
    void beyondItsLastDayItHoldsNothingBackEvenIfNobodyEndedIt() {
        lab.imported(aScanOnMarch1().host("web1", 100));
        falsePositiveEverywhere(FIRST);

        Scan after = lab.run(lab.received(scannedOn("2026-03-11").text()));

        assertCounts(after, 0, 0, 1, 0, 0, 1, 1, 0);
    }

    @Test
    void whatWasNeverProvedGoneComesBackWithAnOldFileToo() {
        ScanFile file = aScanOnMarch1().host("web1", 100);
        lab.imported(file);
        falsePositiveEverywhere(FIRST);
        lab.clock.set("2026-03-11T08:00:00Z");

        assertCounts(lab.imported(file), 0, 0, 1, 0, 0, 1, 1, 0);
    }

    @Test
    void forSomeAssetsItComesBackToItsItemWhileThatIsOpen() {
        lab.imported(aScanOnMarch1().host("web1", 100).host("web2", 100));
        suppress(FIRST, "web1");
        lab.clock.set("2026-03-16T08:00:00Z");

        Scan scan = lab.imported(aScanOnMarch15().host("web1", 100).host("web2", 100));

        assertCounts(scan, 0, 1, 1, 0, 0, 0, 0, 0);
        assertThat(lab.items()).hasSize(1);
    }

    @Test
    void aRenamedCheckEndsItAndBringsTheFindingBackInTheSameImport() {
        assertBroughtBack("Weakness 100", "Another weakness");
    }

    @Test
    void anotherCveEndsIt() {
        assertBroughtBack("<solution>", "<cve>CVE-2026-0001</cve><solution>");
    }

    @Test
    void aWorseSeverityEndsIt() {
        assertBroughtBack("severity=\"3\"", "severity=\"4\"", "7.5", "9.8");
    }

    @Test
    void aMilderSeverityAndOtherWordsEndNothing() {
        lab.imported(aScanOnMarch1().host("web1", 100));
        falsePositiveEverywhere(FIRST);

        Scan scan = changed("severity=\"3\"", "severity=\"2\"", "7.5", "5.0", "can be used", "is there");

        assertThat(scan.counts().suppressed()).isEqualTo(1);
        assertThat(ends()).containsExactly("holds");
    }

    private void assertBroughtBack(String... replacements) {
        lab.imported(aScanOnMarch1().host("web1", 100));
        falsePositiveEverywhere(FIRST);

        Scan scan = changed(replacements);

        assertCounts(scan, 0, 0, 1, 0, 0, 1, 1, 0);
        assertThat(lab.item(SECOND).reopens()).contains(new PoamId(FIRST));
        assertThat(ends()).containsExactly("CHECK_CHANGED");
        assertThat(lab.bean(Ledger.class).of("item:" + FIRST)).last().satisfies(event -> assertThat(event.kind())
                .isEqualTo("suppressionEnded"));
    }

    private Scan changed(String... replacements) {
        String text = aScanOnMarch8().host("web1", 100).text();
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(text).contains(replacements[i]);
            text = text.replace(replacements[i], replacements[i + 1]);
        }
        return lab.run(lab.received(text));
    }

    @Test
    void itHoldsInItsScopeOnly() {
        lab.imported(aScanOnMarch1().host("web1", 100));
        falsePositiveEverywhere(FIRST);
        lab.addScope("Plant");

        Scan scan = lab.run(lab.received(aScanOnMarch8().host("web1", 100).text(), "plant"));

        assertCounts(scan, 1, 0, 0, 0, 0, 1, 0, 0);
    }

    @Test
    void anOpenFindingOfAnotherItemStaysWithThatItem() {
        lab.imported(aScanOnMarch1().host("web1", 100));
        lab.situations.reportedFixed(
                lab.situations.signedOff(lab.situations.planned(new PoamId(FIRST), LocalDate.of(2026, 3, 20))));
        lab.imported(aScanOnMarch1().host("web1", 100).host("web2", 100));
        falsePositiveEverywhere(FIRST);

        Scan scan = lab.imported(aScanOnMarch8().host("web1", 100).host("web2", 100));

        assertCounts(scan, 0, 1, 0, 0, 0, 0, 0, 0);
        assertThat(scan.counts().suppressed()).isEqualTo(1);
        assertThat(lab.item(SECOND).status()).isEqualTo(ItemStatus.NEW);
    }

    @Test
    void aSuppressedFindingIsNeverProvedAbsent() {
        lab.imported(aScanOnMarch1().host("web1", 100));
        falsePositiveEverywhere(FIRST);

        Scan scan = lab.imported(aScanOnMarch8().host("web1"));

        assertCounts(scan, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(lab.findings()).containsExactly("100 web1 443/tcp 1 SUPPRESSED POA-2026-001 1 1");
    }

    @Test
    void aDecisionSinceTheComparisonCounts() {
        lab.imported(aScanOnMarch1().host("web1", 100));
        long scan = compared(aScanOnMarch8().host("web1", 100).host("web2", 100));
        falsePositiveEverywhere(FIRST);

        lab.commit.commit(scan, percent -> {});

        assertCounts(lab.scans.get(scan), 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(lab.scans.get(scan).counts().suppressed()).isEqualTo(2);
        assertThat(lab.findings()).hasSize(1);
    }

    @Test
    void aMergedAssetTakesItsSuppressionAlong() {
        lab.imported(aScanOnMarch1().host("web1", 100).host("web2", 101));
        suppress(FIRST, "web1");
        endAsFalsePositive(FIRST);
        long gone = asset("web1");
        int version = 0;
        lab.bean(AssetMerge.class).merge(gone, asset("web2"), version, Situations.ISSM);

        Scan scan = lab.imported(aScanOnMarch8().host("web2", 100, 101));

        assertCounts(scan, 0, 1, 0, 0, 0, 0, 0, 0);
        assertThat(scan.counts().suppressed()).isEqualTo(1);
    }

    /** Whoever comes first: nothing of the item stays open, and nothing else is opened. */
    @RepeatedTest(5)
    void aDecisionAndACommitAtOnceFitEachOther() throws Exception {
        lab.imported(aScanOnMarch1().host("web1", 100));
        long scan = compared(aScanOnMarch8().host("web1", 100).host("web2", 100).host("web3", 100));
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);

        Future<?> commit = threads.submit(() -> {
            start.await();
            lab.commit.commit(scan, percent -> {});
            return scan;
        });
        Future<?> decision = threads.submit(() -> {
            start.await();
            falsePositiveEverywhere(FIRST);
            return scan;
        });
        commit.get(30, TimeUnit.SECONDS);
        decision.get(30, TimeUnit.SECONDS);
        threads.shutdownNow();

        assertThat(lab.count("finding where state = 'OPEN'")).isZero();
        assertThat(lab.items()).extracting(PoamItem::status).containsExactly(ItemStatus.FALSE_POSITIVE);
        ScanCounts counts = lab.scans.get(scan).counts();
        assertThat(counts.findings())
                .isEqualTo(counts.newFindings() + counts.seenAgain() + counts.reappeared() + counts.suppressed());
    }

    /** Many decisions of other scopes cost an import of this one nothing. */
    @Test
    void anImportFindsItsSuppressionsByIndex() {
        lab.imported(aScanOnMarch1().host("web1", 100));
        lab.addScope("Plant");
        lab.jdbc
                .sql(
                        "insert into suppression (scope_id, weakness_id, check_digest, severity, starts_at, until_on, reason)"
                                + " select 'plant', w.id, 'none', 'HIGH', current_timestamp, date '2026-12-31', 'Many' from weakness w,"
                                + " (select one.i from " + lab.numbersTo(5000) + " one) many")
                .update();
        lab.jdbc.sql("analyze").update();

        assertThat(plan("select id from suppression where scope_id = 'main' and ended_at is null"
                        + " and until_on >= date '2026-03-09'"))
                .contains("suppression_in_force");
        assertThat(plan("select s.finding_no, min(p.id)"
                        + SuppressedFindings.COVERED
                                .replace(":scan", "2")
                                .replace(":scope", "'main'")
                                .replace(":today", "date '2026-03-09'")
                        + " group by s.finding_no"))
                .contains("suppression_in_force");
    }

    private String plan(String sql) {
        return String.join(
                        "\n", lab.jdbc.sql("explain " + sql).query(String.class).list())
                .toLowerCase(Locale.ROOT);
    }

    private long compared(ScanFile file) {
        long scan = lab.received(file.text());
        lab.reading.read(scan, percent -> {});
        lab.comparison.compare(scan, percent -> {});
        return scan;
    }

    private ScanFile scannedOn(String day) {
        lab.clock.set(day + "T08:00:00Z");
        return ScanFile.endedAt(day + "T06:00:00Z").host("web1", 100);
    }

    void falsePositiveEverywhere(String item) {
        lab.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            lab.register.hold(new PoamId(item));
            suppress(item);
            endAsFalsePositive(item);
        });
    }

    private void endAsFalsePositive(String item) {
        lab.bean(ItemPaths.class).endAsFalsePositive(new PoamId(item), "It is none", Situations.ISSM);
    }

    private void suppress(String id, String... assets) {
        PoamItem item = lab.item(id);
        Set<Long> ids = Arrays.stream(assets).map(this::asset).collect(Collectors.toSet());
        suppressions.suppress(item, new Decided(REQUEST, ids, MARCH_10, "Backported fix"), Situations.ISSM);
    }

    private long asset(String name) {
        return lab.jdbc
                .sql("select id from asset where name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    private List<String> ends() {
        return suppressions.of(new PoamId(FIRST)).stream()
                .map(each -> each.endedHow() == null ? "holds" : each.endedHow().name())
                .toList();
    }

    private List<String> leftOut(Scan scan) {
        return lab.bean(ScanChanges.class).suppressed(scan.id()).stream()
                .map(each -> describe(each.by()) + " " + each.findings() + " findings on " + each.assets()
                        + " assets, decided by " + each.by().decidedBy())
                .toList();
    }

    private static String describe(Suppression by) {
        return by.checkId() + " " + (by.asset() == null ? "everywhere" : by.asset());
    }
}
