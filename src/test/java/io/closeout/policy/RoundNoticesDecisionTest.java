package io.closeout.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.policy.NoticeFacts.Told;
import io.closeout.policy.RoundNotices.Round;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoundNoticesDecisionTest {

    private static final LocalDate OPENED = LocalDate.parse("2026-11-02");
    private static final LocalDate DUE = LocalDate.parse("2026-11-04");

    private final RoundNotices notices = new RoundNotices(new DmnDecisions(new ShippedDecisionModels()));
    private final Set<Told> told = new HashSet<>();

    @Test
    void remindsTheOwnerOnTheDueDayAndTellsTheIssmOfSilenceEachWeek() {
        assertThat(next(Round.STATUS, OPENED)).contains(new Notice("statusReminder", DUE, "owner"));
        tell("statusReminder", DUE);
        assertThat(next(Round.STATUS, DUE)).contains(new Notice("statusSilence", DUE.plusDays(2), "issm"));
        tell("statusSilence", DUE.plusDays(2));
        assertThat(next(Round.STATUS, DUE.plusDays(3))).contains(new Notice("statusSilence", DUE.plusDays(9), "issm"));
    }

    @Test
    void remindsTheIssmOfAReviewAndThenTellsLeadershipEachWeek() {
        assertThat(next(Round.REVIEW, OPENED)).contains(new Notice("reviewReminder", DUE.minusDays(1), "issm"));
        tell("reviewReminder", DUE.minusDays(1));
        assertThat(next(Round.REVIEW, DUE)).contains(new Notice("reviewOverdue", DUE.plusDays(1), "issm"));
        tell("reviewOverdue", DUE.plusDays(1));
        assertThat(next(Round.REVIEW, DUE.plusDays(1)))
                .contains(new Notice("reviewEscalation", DUE.plusDays(3), "leadership"));
        tell("reviewEscalation", DUE.plusDays(3));
        assertThat(next(Round.REVIEW, DUE.plusDays(4)))
                .contains(new Notice("reviewEscalation", DUE.plusDays(10), "leadership"));
    }

    @Test
    void tellsOnlyTheMostUrgentOfWhatWasMissed() {
        assertThat(next(Round.REVIEW, DUE.plusDays(12)))
                .contains(new Notice("reviewEscalation", DUE.plusDays(10), "leadership"));
    }

    private void tell(String kind, LocalDate day) {
        told.add(new Told(kind, day));
    }

    private Optional<Notice> next(Round round, LocalDate today) {
        return notices.next(round, OPENED, DUE, today, told);
    }
}
