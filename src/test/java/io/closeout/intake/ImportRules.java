package io.closeout.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** Rules that hold on any database; each begins with an empty register. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ImportRules {

    static final String FIRST = "POA-2026-001";
    static final String SECOND = "POA-2026-002";

    final ImportLab lab;

    ImportRules(ImportLab lab) {
        this.lab = lab;
    }

    @BeforeEach
    void begin() {
        lab.begin();
    }

    static ScanFile aScanOnMarch1() {
        return ScanFile.endedAt("2026-03-01T20:00:00Z");
    }

    /** And imported on the next morning. */
    ScanFile aScanOnMarch8() {
        lab.clock.set("2026-03-09T08:00:00Z");
        return ScanFile.endedAt("2026-03-08T20:00:00Z");
    }

    /** And imported on the next morning. */
    ScanFile aScanOnMarch15() {
        lab.clock.set("2026-03-16T08:00:00Z");
        return ScanFile.endedAt("2026-03-15T20:00:00Z");
    }

    /**
     * The counts of the outside contract: new, seen again, reappeared, verified absent, not observed, items opened, reopened, verified;
     * and that the first three are all findings of the file.
     */
    static void assertCounts(Scan scan, int... expected) {
        ScanCounts counts = scan.counts();
        assertThat(scan.state()).isEqualTo(ScanState.DONE);
        assertThat(new int[] {
                    counts.newFindings(),
                    counts.seenAgain(),
                    counts.reappeared(),
                    counts.verifiedAbsent(),
                    counts.notObserved(),
                    counts.itemsOpened(),
                    counts.itemsReopened(),
                    counts.itemsVerified()
                })
                .as("new, seen again, reappeared, verified absent, not observed, opened, reopened, verified")
                .isEqualTo(expected);
        assertThat(counts.findings())
                .isEqualTo(counts.newFindings() + counts.seenAgain() + counts.reappeared() + counts.suppressed());
    }

    void assertNothingStaged() {
        assertThat(lab.count("staged_finding")).isZero();
        assertThat(lab.count("staged_check")).isZero();
        assertThat(lab.count("staged_item")).isZero();
        assertThat(lab.count("staged_absence")).isZero();
        assertThat(lab.count("scope_lease")).isZero();
    }
}
