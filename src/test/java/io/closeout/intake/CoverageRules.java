package io.closeout.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.register.ItemStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a scan in which a known weakness is missing proves of it (design: coverage): absent, or nothing. */
abstract class CoverageRules extends ImportRules {

    CoverageRules(ImportLab lab) {
        super(lab);
    }

    @BeforeEach
    void web1IsWeak() {
        lab.imported(aScanOnMarch1().host("web1", 100));
    }

    @Test
    void aHostThatWasReachedLaterByTheSameCheckProvesAbsence() {
        assertAbsent(aScanOnMarch8().host("web1"));
    }

    @Test
    void aLostHostProvesNothing() {
        assertNotObserved(aScanOnMarch8().host("web2"));
    }

    @Test
    void aHostThatOnlyAnsweredAPingProvesNothing() {
        assertNotObserved(aScanOnMarch8().host("web1", ScanFile.Host::onlyPinged));
    }

    @Test
    void aHostWhoseScanNeverEndedProvesNothing() {
        assertNotObserved(aScanOnMarch8().host("web1", ScanFile.Host::neverEnded));
    }

    @Test
    void anOlderScanProvesNothing() {
        lab.clock.set("2026-03-09T08:00:00Z");

        assertNotObserved(ScanFile.endedAt("2026-02-22T20:00:00Z").host("web1"));
    }

    @Test
    void theScanThatLastSawItProvesNothing() {
        assertNotObserved(aScanOnMarch1().host("web1"));
    }

    @Test
    void aCheckThatIsNotInTheListProvesNothing() {
        assertNotObserved(aScanOnMarch8().runningChecks(101, 102).host("web1"));
    }

    @Test
    void aRescanOfOneCheckProvesNothingAboutTheRest() {
        lab.imported(aScanOnMarch1().host("web1", 100, 101));

        assertCounts(lab.imported(aScanOnMarch8().runningChecks(101).host("web1")), 0, 0, 0, 1, 1, 0, 0, 1);
        assertThat(lab.findings())
                .containsExactly(
                        "100 web1 443/tcp 1 OPEN POA-2026-001 1 1", "101 web1 443/tcp 1 ABSENT POA-2026-002 2 2");
    }

    @Test
    void aFamilyThatWasEnabledProvesAbsenceWithoutAList() {
        assertAbsent(aScanOnMarch8().runningFamily("General", true).host("web1"));
    }

    @Test
    void aFamilyThatWasDisabledProvesNothing() {
        assertNotObserved(aScanOnMarch8().runningFamily("General", false).host("web1"));
    }

    @Test
    void aFamilyThatIsNotNamedProvesNothing() {
        assertNotObserved(aScanOnMarch8().runningFamily("Windows", true).host("web1"));
    }

    @Test
    void theSamePolicyProvesAbsenceWhereTheFileDoesNotSayWhatRan() {
        assertAbsent(aScanOnMarch8().withoutListOfChecks().host("web1"));
    }

    @Test
    void anotherPolicyProvesNothingWhereTheFileDoesNotSayWhatRan() {
        assertNotObserved(
                aScanOnMarch8().withoutListOfChecks().policyNamed("Quick look").host("web1"));
    }

    @Test
    void aPortOutOfRangeProvesNothing() {
        assertNotObserved(aScanOnMarch8().lookingAtPorts("1-442").host("web1"));
    }

    @Test
    void aRemoteCheckNeedsNoCredentials() {
        assertAbsent(aScanOnMarch8().host("web1", ScanFile.Host::withoutCredentials));
    }

    @Test
    void aLocalCheckProvesAbsenceWithCredentials() {
        lab.imported(aScanOnMarch1().host("web2", host -> host.locallyWeak(101)));

        assertCounts(lab.imported(aScanOnMarch8().host("web2")), 0, 0, 0, 1, 1, 0, 0, 1);
    }

    @Test
    void aLocalCheckProvesNothingOnceTheCredentialsAreLost() {
        lab.imported(aScanOnMarch1().host("web2", host -> host.locallyWeak(101)));

        assertCounts(
                lab.imported(aScanOnMarch8().host("web2", ScanFile.Host::withoutCredentials)), 0, 0, 0, 0, 2, 0, 0, 0);
    }

    @Test
    void aLocalCheckProvesNothingIfOneWitnessDeniesTheCredentials() {
        lab.imported(aScanOnMarch1().host("web2", host -> host.locallyWeak(101)));

        assertCounts(
                lab.imported(aScanOnMarch8().host("web2", host -> host.tag("Credentialed_Scan", "false"))),
                0,
                0,
                0,
                0,
                2,
                0,
                0,
                0);
    }

    @Test
    void anotherScopeProvesNothing() {
        lab.addScope("Plant");
        String file = aScanOnMarch8().host("web1").text();

        assertCounts(lab.run(lab.received(file, "plant")), 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(lab.item(FIRST).status()).isEqualTo(ItemStatus.NEW);
    }

    private void assertAbsent(ScanFile file) {
        assertCounts(lab.imported(file), 0, 0, 0, 1, 0, 0, 0, 1);
        assertThat(lab.findings()).containsExactly("100 web1 443/tcp 1 ABSENT POA-2026-001 1 1");
        assertThat(lab.item(FIRST).status()).isEqualTo(ItemStatus.CLOSED);
        assertNothingStaged();
    }

    private void assertNotObserved(ScanFile file) {
        assertCounts(lab.imported(file), 0, 0, 0, 0, 1, 0, 0, 0);
        assertThat(lab.findings()).containsExactly("100 web1 443/tcp 1 OPEN POA-2026-001 1 1");
        assertThat(lab.item(FIRST).status()).isEqualTo(ItemStatus.NEW);
        assertNothingStaged();
    }
}
