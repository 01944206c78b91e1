package io.closeout.policy;

import io.closeout.policy.NoticeCalendar.Anchor;
import io.closeout.policy.NoticeCalendar.NoticeRow;
import io.closeout.policy.NoticeFacts.Told;
import io.closeout.shared.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The table {@code statusNotices}: who is told when about a CMMC status. */
@Component
public class StatusNotices {

    private final Decisions decisions;

    public StatusNotices(Decisions decisions) {
        this.decisions = decisions;
    }

    public enum Topic {
        CONDITIONAL_ENDS,
        FINAL_ENDS,
        AFFIRMATION
    }

    /**
     * @param day that the rows of the topic count from: the last day of the status, or the day by which it is to be affirmed
     * @param told about this status, whatever the topic
     * @return the audience may name several groups, with a comma between
     */
    public Optional<Notice> next(Topic topic, LocalDate day, LocalDate today, Set<Told> told) {
        List<NoticeRow> rows = Row.all(decisions.decide("statusNotices", Map.of("topic", topic.name()))).stream()
                .map(StatusNotices::row)
                .toList();
        return new NoticeCalendar(rows, new NoticeFacts(topic.name(), Severity.HIGH, day, day, day, today, told))
                .next();
    }

    private static NoticeRow row(Row row) {
        return new NoticeRow(
                row.text("kind"),
                Anchor.DUE,
                row.number("offsetDays"),
                row.number("repeatDays"),
                row.text("audience"),
                row.number("rank"));
    }
}
