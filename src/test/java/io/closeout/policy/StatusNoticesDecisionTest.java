package io.closeout.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.policy.NoticeFacts.Told;
import io.closeout.policy.StatusNotices.Topic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatusNoticesDecisionTest {

    private static final LocalDate LAST_DAY = LocalDate.parse("2026-08-29");

    private final ShippedTable table = new ShippedTable("statusNotices");
    private final StatusNotices notices = new StatusNotices(new DmnDecisions(new ShippedDecisionModels()));
    private final Set<Told> told = new HashSet<>();

    @ParameterizedTest
    @EnumSource(Topic.class)
    void hasRowsForEachTopic(Topic topic) {
        assertThat(table.all("topic", topic.name())).isNotEmpty();
    }

    @Test
    void warnsFourTimesBeforeDay180() {
        assertThat(allFrom(LAST_DAY.minusDays(180), Topic.CONDITIONAL_ENDS))
                .containsExactly(
                        new Notice("conditional90", LAST_DAY.minusDays(90), "issm"),
                        new Notice("conditional60", LAST_DAY.minusDays(60), "issm"),
                        new Notice("conditional30", LAST_DAY.minusDays(30), "issm, leadership"),
                        new Notice("conditional14", LAST_DAY.minusDays(14), "issm, leadership"));
    }

    @Test
    void givesOnlyTheMostUrgentWarningOfThoseThatWereMissed() {
        assertThat(allFrom(LAST_DAY.minusDays(20), Topic.CONDITIONAL_ENDS))
                .extracting(Notice::kind)
                .containsExactly("conditional30", "conditional14");
    }

    @Test
    void asksInTimeForTheNextAssessment() {
        assertThat(allFrom(LAST_DAY.minusYears(3), Topic.FINAL_ENDS))
                .extracting(Notice::kind)
                .containsExactly("final270", "final180", "final60");
    }

    @Test
    void remindsOfAnAffirmationEveryWeekOnceItIsOverdue() {
        assertThat(next(Topic.AFFIRMATION, LAST_DAY.minusDays(3)))
                .contains(new Notice("affirmationDue", LAST_DAY, "leadership"));
        told.add(new Told("affirmationDue", LAST_DAY));
        told.add(new Told("affirmationOverdue", LAST_DAY.plusDays(1)));

        assertThat(next(Topic.AFFIRMATION, LAST_DAY.plusDays(2)))
                .contains(new Notice("affirmationOverdue", LAST_DAY.plusDays(8), "leadership, issm"));
    }

    /** Until nothing more is to come. */
    private List<Notice> allFrom(LocalDate start, Topic topic) {
        List<Notice> all = new ArrayList<>();
        Optional<Notice> next = next(topic, start);
        while (next.isPresent()) {
            Notice notice = next.get();
            all.add(notice);
            told.add(new Told(notice.kind(), notice.date()));
            next = next(topic, notice.date().isAfter(start) ? notice.date() : start);
        }
        return all;
    }

    private Optional<Notice> next(Topic topic, LocalDate today) {
        return notices.next(topic, LAST_DAY, today, told);
    }
}
