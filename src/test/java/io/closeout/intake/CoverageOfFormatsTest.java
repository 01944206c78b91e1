package io.closeout.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.intake.CoverageSample.Situation;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.registry.ParserRegistry;
import java.sql.Date;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rule of coverage, for every format that tells it: a later scan proves a weakness gone only if it would have seen it. */
class CoverageOfFormatsTest {

    @Test
    void everyFormatThatTellsCoverageHasASample() {
        ParserRegistry parsers = new ParserRegistry();
        Set<String> telling = new TreeSet<>();
        parsers.formats().stream()
                .map(FormatDescriptor::format)
                .filter(parsers::tellsCoverage)
                .forEach(telling::add);
        assertThat(telling)
                .containsExactly(
                        "hdf-json",
                        "nessus-v2",
                        "openvas-xml",
                        "qualys-scan-xml",
                        "stig-ckl",
                        "stig-cklb",
                        "xccdf-results")
                .hasSameSizeAs(CoverageSample.values());
    }

    abstract static class Rules extends ImportRules {

        Rules(ImportLab lab) {
            super(lab);
        }

        static Stream<Arguments> situations() {
            return Arrays.stream(CoverageSample.values()).flatMap(sample -> Arrays.stream(Situation.values())
                    .filter(sample::canSay)
                    .map(situation -> Arguments.of(sample, situation)));
        }

        @ParameterizedTest
        @MethodSource("situations")
        void onlyAScanThatWouldHaveSeenItProvesItGone(CoverageSample sample, Situation situation) {
            assertThat(handedIn(sample, sample.weak(), 1).counts().newFindings())
                    .isEqualTo(1);
            lab.clock.set("2026-03-09T08:00:00Z");

            Scan later = handedIn(sample, sample.later(situation), situation == Situation.OLDER_SCAN ? 0 : 8);

            boolean gone = situation == Situation.NOTHING_CHANGED;
            assertCounts(later, 0, 0, 0, gone ? 1 : 0, gone ? 0 : 1, 0, 0, gone ? 1 : 0);
            assertThat(lab.findings()).singleElement().asString().contains(gone ? " ABSENT " : " OPEN ");
            if (situation == Situation.OLDER_FEED) {
                assertThat(lab.bean(ScanChanges.class).notObserved(later.id()))
                        .singleElement()
                        .satisfies(each -> assertThat(each.reason()).isEqualTo(ScanChanges.Reason.OLDER_FEED));
            }
        }

        private Scan handedIn(CoverageSample sample, String file, int day) {
            long scan = lab.received(file);
            if (sample.isDatedAtUpload()) {
                lab.jdbc
                        .sql("update scan set scan_date = ? where id = ?")
                        .params(Date.valueOf(CoverageSample.at(day).toString().substring(0, 10)), scan)
                        .update();
            }
            return lab.run(scan);
        }
    }

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
}
