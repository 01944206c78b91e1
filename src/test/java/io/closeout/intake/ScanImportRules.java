package io.closeout.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.closeout.register.ItemStatus;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scan makes of an empty or known register. */
abstract class ScanImportRules extends ImportRules {

    ScanImportRules(ImportLab lab) {
        super(lab);
    }

    @Test
    void theFirstScanOpensOneItemPerWeaknessOverAllAssets() {
        Scan scan = lab.imported(aScanOnMarch1().host("web1", 100, 101).host("web2", 100));

        assertCounts(scan, 3, 0, 0, 0, 0, 2, 0, 0);
        assertThat(lab.items()).extracting(PoamItem::title).containsExactly("Weakness 100", "Weakness 101");
        assertThat(lab.items()).extracting(PoamItem::status).containsOnly(ItemStatus.NEW);
        assertThat(lab.findings())
                .containsExactly(
                        "100 web1 443/tcp 1 OPEN POA-2026-001 1 1",
                        "100 web2 443/tcp 1 OPEN POA-2026-001 1 1",
                        "101 web1 443/tcp 1 OPEN POA-2026-002 1 1");
        assertThat(lab.count("item_asset")).isEqualTo(3);
        assertThat(lab.count("import_change where kind = 'NEW'")).isEqualTo(3);
        assertNothingStaged();
    }

    @Test
    void numbersBeginAtOneAndEndWhereTheItemsEnd() {
        lab.imported(aScanOnMarch1().host("web1", 100, 101));

        assertThat(lab.items()).extracting(item -> item.id().text()).containsExactly(FIRST, SECOND);
        assertThat(lab.count("item_number where last_number = 2")).isEqualTo(1);
    }

    @Test
    void anItemIsDetectedWhenItsHostWasScanned() {
        lab.imported(aScanOnMarch1().host("web1", host -> host.weak(100).endedAt("2026-02-20T20:00:00Z")));

        assertThat(lab.item(FIRST).detectedOn()).isEqualTo(LocalDate.of(2026, 2, 20));
    }

    @Test
    void aClockThatIsAheadDetectsNothingInTheFuture() {
        lab.imported(aScanOnMarch1().host("web1", host -> host.weak(100).endedAt("2031-01-01T00:00:00Z")));

        assertThat(lab.item(FIRST).detectedOn()).isEqualTo(LocalDate.of(2026, 3, 2));
    }

    @Test
    void informationalResultsAreKeptAndMakeNoItem() {
        Scan scan = lab.imported(aScanOnMarch1().host("web1", host -> host.informed(100)));

        assertCounts(scan, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(scan.counts().records()).isEqualTo(2);
        assertThat(lab.items()).isEmpty();
        assertThat(lab.count("info_observation where check_id = '100'")).isEqualTo(1);
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        ScanFile file = aScanOnMarch1().host("web1", 100, 101).host("web2", 100);
        lab.imported(file);
        List<String> findings = lab.findings();
        int ledger = lab.count("ledger_event where subject like 'item:%'");
        int info = lab.count("info_observation");
        lab.clock.set("2026-03-04T08:00:00Z");

        assertCounts(lab.imported(file), 0, 3, 0, 0, 0, 0, 0, 0);

        assertThat(lab.findings()).isEqualTo(findings);
        assertThat(lab.count("ledger_event where subject like 'item:%'")).isEqualTo(ledger);
        assertThat(lab.count("info_observation")).isEqualTo(info);
        assertThat(lab.count("import_change where scan_id = 2")).isZero();
        assertNothingStaged();
    }

    @Test
    void severalEntriesOfOneNameAreOneAsset() {
        Scan scan = lab.imported(aScanOnMarch1()
                .host("web1", host -> host.weak(100).tag("host-fqdn", "a.example.com"))
                .host("WEB1", host -> host.weak(100).weak(101).tag("host-fqdn", "b.example.com")));

        assertCounts(scan, 2, 0, 0, 0, 0, 2, 0, 0);
        assertThat(lab.count("asset")).isEqualTo(1);
        assertThat(lab.count("asset_identifier where kind = 'FQDN'")).isEqualTo(2);
    }

    @Test
    void anAssetIsListedOnceWithWhatItsEntriesTell() {
        Scan scan = lab.imported(aScanOnMarch1()
                .host("db1", host -> host.weak(100).withoutCredentials())
                .host("gone1", host -> host.onlyPinged().neverEnded())
                .host("web1", host -> host.weak(100).neverEnded().withoutCredentials())
                .host("WEB1", host -> host.weak(101)));

        ScanChanges changes = lab.bean(ScanChanges.class);
        assertThat(changes.hosts(scan.id()))
                .extracting(
                        host -> host.name().toLowerCase(Locale.ROOT),
                        host -> host.reached(),
                        host -> host.credentialed())
                .containsExactly(
                        tuple("db1", Told.YES, Told.NO),
                        tuple("gone1", Told.NO, Told.NOT_TOLD),
                        tuple("web1", Told.YES, Told.YES));
        assertThat(changes.hostCount(scan.id())).isEqualTo(3);
        assertThat(lab.bean(AssetSightings.class)
                        .of(Objects.requireNonNull(
                                changes.hosts(scan.id()).get(2).assetId())))
                .extracting(AssetSightings.Sighting::reached, AssetSightings.Sighting::credentialed)
                .containsExactly(tuple(Told.YES, Told.YES));
    }

    @Test
    void aFurtherAssetJoinsAnOpenItemWithItsOwnDetectionDate() {
        lab.imported(aScanOnMarch1().host("web1", 100));

        assertCounts(lab.imported(aScanOnMarch8().host("web1", 100).host("web2", 100)), 1, 1, 0, 0, 0, 0, 0, 0);

        assertThat(lab.items()).hasSize(1);
        assertThat(lab.count("item_asset where detected_on = date '2026-03-01'"))
                .isEqualTo(1);
        assertThat(lab.count("item_asset where detected_on = date '2026-03-08'"))
                .isEqualTo(1);
        assertThat(lab.item(FIRST).detectedOn()).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @Test
    void aFurtherAssetOpensASiblingOfAnItemThatAwaitsVerification() {
        lab.imported(aScanOnMarch1().host("web1", 100));
        reportedFixed(FIRST);

        // web1 was scanned before the fix was reported, so nothing is judged
        Scan scan = lab.imported(aScanOnMarch1().host("web1", 100).host("web2", 100));

        assertCounts(scan, 1, 1, 0, 0, 0, 1, 0, 0);
        assertThat(lab.item(SECOND).siblingOf()).contains(new PoamId(FIRST));
        assertThat(lab.item(SECOND).reopens()).isEmpty();
        assertThat(lab.item(FIRST).status()).isEqualTo(ItemStatus.AWAITING_VERIFICATION);
    }

    @Test
    void aLargeCheckCrossesBatches() {
        Scan scan = lab.imported(aScanOnMarch1()
                .host("web1", host -> {
                    for (int port = 1; port <= 2500; port++) {
                        host.weakAt(100, port);
                    }
                })
                .host("web2", 101));

        assertCounts(scan, 2501, 0, 0, 0, 0, 2, 0, 0);
        assertThat(lab.count("finding where item_id = 'POA-2026-001' and occurrence = 1"))
                .isEqualTo(2500);
        assertThat(lab.count("item_asset")).isEqualTo(2);
        assertNothingStaged();
    }

    @Test
    void aSecondComparisonKeepsTheNumbersOfTheFirst() {
        long scan = lab.received(aScanOnMarch1().host("web1", 100, 101).text());
        lab.reading.read(scan, percent -> {});
        lab.comparison.compare(scan, percent -> {});
        lab.comparison.compare(scan, percent -> {});
        lab.commit.commit(scan, percent -> {});

        assertThat(lab.items()).extracting(item -> item.id().text()).containsExactly(FIRST, SECOND);
        assertThat(lab.count("item_number where last_number = 2")).isEqualTo(1);
    }

    @Test
    void whatPeopleDidSinceTheComparisonCounts() {
        lab.imported(aScanOnMarch1().host("web1", 100));
        lab.situations.signedOff(lab.situations.planned(new PoamId(FIRST), LocalDate.of(2026, 3, 20)));
        long scan =
                lab.received(aScanOnMarch1().host("web1", 100).host("web2", 100).text());
        lab.reading.read(scan, percent -> {});
        lab.comparison.compare(scan, percent -> {});
        lab.situations.reportedFixed(new PoamId(FIRST));
        lab.commit.commit(scan, percent -> {});

        assertCounts(lab.scans.get(scan), 1, 1, 0, 0, 0, 1, 0, 0);
        assertThat(lab.item(SECOND).siblingOf()).contains(new PoamId(FIRST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "this is no scan",
                "<html><body>Sign in</body></html>",
                "<NessusClientData/>",
                "TRUNCATED",
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><NessusClientData_v2><Report>&a;</Report></NessusClientData_v2>"
            })
    void whatIsNoWholeScanIsRefusedAndNothingOfItStays(String content) {
        String file = content.equals("TRUNCATED") ? truncated() : content;

        Scan scan = lab.run(lab.received(file));

        assertThat(scan.state()).isEqualTo(ScanState.REFUSED);
        assertThat(scan.problems()).singleElement().satisfies(problem -> assertThat(problem.why())
                .isNotBlank());
        assertThat(lab.count("asset") + lab.count("weakness") + lab.count("scan_host") + lab.count("poam_item"))
                .isZero();
        assertNothingStaged();
    }

    private static String truncated() {
        ScanFile whole = aScanOnMarch1().host("web0", 100);
        for (int host = 1; host < 700; host++) {
            whole.host("web" + host, 100, 101);
        }
        String text = whole.text();
        return text.substring(0, text.length() - 300);
    }

    @Test
    void anEmptyFileIsRefused() {
        Scan scan = lab.scans.get(lab.received(""));

        assertThat(scan.state()).isEqualTo(ScanState.REFUSED);
        assertThat(scan.problems()).singleElement().satisfies(problem -> assertThat(problem.why())
                .contains("empty"));
    }

    @Test
    void twoImportsInOneScopeWaitForEachOther() {
        long one = compared(lab.received(aScanOnMarch1().host("web1", 100).text()));
        long other = lab.received(aScanOnMarch1().host("web2", 100).text());
        lab.reading.read(other, percent -> {});

        assertThatThrownBy(() -> lab.comparison.compare(other, percent -> {})).isInstanceOf(ScopeBusy.class);
        lab.commit.commit(one, percent -> {});
        lab.comparison.compare(other, percent -> {});
        lab.commit.commit(other, percent -> {});

        assertCounts(lab.scans.get(other), 1, 0, 0, 0, 1, 0, 0, 0);
        assertThat(lab.items()).hasSize(1);
    }

    @Test
    void importsInTwoScopesDoNotWait() {
        lab.addScope("Plant");
        long one = compared(lab.received(aScanOnMarch1().host("web1", 100).text(), "main"));
        long other = compared(lab.received(aScanOnMarch1().host("web1", 100).text(), "plant"));

        lab.commit.commit(other, percent -> {});
        lab.commit.commit(one, percent -> {});

        assertCounts(lab.scans.get(one), 1, 0, 0, 0, 0, 1, 0, 0);
        assertCounts(lab.scans.get(other), 1, 0, 0, 0, 0, 1, 0, 0);
        assertThat(lab.items()).extracting(PoamItem::scopeId).containsExactlyInAnyOrder("main", "plant");
        assertThat(lab.count("asset")).isEqualTo(2);
        assertThat(lab.count("weakness")).isEqualTo(1);
    }

    @Test
    void anImportThatLostItsScopeCommitsNothingMore() {
        long one = compared(lab.received(aScanOnMarch1().host("web1", 100).text()));
        long other = lab.received(aScanOnMarch1().host("web2", 101).text());
        lab.reading.read(other, percent -> {});
        lab.clock.set("2026-03-02T09:00:00Z");
        lab.comparison.compare(other, percent -> {});

        assertThatThrownBy(() -> lab.commit.commit(one, percent -> {})).isInstanceOf(ScopeBusy.class);
        assertThat(lab.items()).isEmpty();
    }

    @Test
    void aFailedImportGivesItsScopeFree() {
        long one = compared(lab.received(aScanOnMarch1().host("web1", 100).text()));
        lab.scans.fail(one);

        assertThat(lab.scans.get(one).problems()).hasSize(1);
        assertCounts(lab.imported(aScanOnMarch1().host("web2", 101)), 1, 0, 0, 0, 0, 1, 0, 0);
        lab.commit.commit(one, percent -> {});
        assertThat(lab.scans.get(one).problems()).isEmpty();
    }

    private long compared(long scan) {
        lab.reading.read(scan, percent -> {});
        lab.comparison.compare(scan, percent -> {});
        return scan;
    }

    private void reportedFixed(String id) {
        PoamId item = new PoamId(id);
        lab.situations.reportedFixed(lab.situations.signedOff(lab.situations.planned(item, LocalDate.of(2026, 3, 20))));
        assertThat(Set.of(lab.item(id).status())).containsExactly(ItemStatus.AWAITING_VERIFICATION);
    }
}
