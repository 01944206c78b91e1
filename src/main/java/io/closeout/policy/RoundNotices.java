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

/** Who hears what while a question of the calendar waits for its answer: table {@code roundNotices}. */
@Component
public class RoundNotices {

    /** What waits: an owner's words on items, or the ISSM's signature under a monthly review. */
    public enum Round {
        STATUS,
        REVIEW
    }

    private final Decisions decisions;

    public RoundNotices(Decisions decisions) {
        this.decisions = decisions;
    }

    /** As with items, one that is overdue comes first and alone. Empty if nothing follows any more. */
    public Optional<Notice> next(Round round, LocalDate openedOn, LocalDate due, LocalDate today, Set<Told> told) {
        List<NoticeRow> rows = Row.all(decisions.decide("roundNotices", Map.of("round", round.name()))).stream()
                .map(RoundNotices::row)
                .toList();
        // the rows count from the opening or the due day; of an item there is nothing
        NoticeFacts facts = new NoticeFacts(round.name(), Severity.LOW, openedOn, due, openedOn, today, told);
        return new NoticeCalendar(rows, facts).next();
    }

    private static NoticeRow row(Row row) {

        return new NoticeRow(
                row.text("kind"),
                row.word("anchor", Anchor.class),
                row.number("offsetDays"),
                row.number("repeatDays"),
                row.text("audience"),
                row.number("rank"));
    }
}
