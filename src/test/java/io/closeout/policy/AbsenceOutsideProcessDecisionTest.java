package io.closeout.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AbsenceOutsideProcessDecisionTest {

    private final ShippedTable table = new ShippedTable("absenceOutsideProcess");

    @ParameterizedTest
    @CsvSource({"OPERATIONAL, CLOSE", "ASSESSMENT, ASK_ISSM", "ANYTHING_ELSE, ASK_ISSM"})
    void closesByItselfOnlyOnTheOperationalTrack(String track, String outcome) {
        assertThat(table.only("track", track)).containsEntry("outcome", outcome);
    }

    @ParameterizedTest
    @EnumSource(Track.class)
    void answersForEveryTrackWithAKnownOutcome(Track track) {
        String outcome = (String) table.only("track", track.name()).get("outcome");
        assertThat(AbsenceRule.Outcome.valueOf(outcome)).isNotNull();
    }
}
