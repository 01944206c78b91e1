package io.closeout.workflow.drill;

import io.closeout.policy.Decisions;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What {@code roundNotices} owes on a day about something that is asked for and not answered; the most urgent row speaks for all. */
@Component
@Profile("drill")
class RoundTable {

    private final Decisions decisions;

    RoundTable(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * @param round the table's word for what is asked
     * @param audiences from the table's word to the id of a person or a group
     */
    Optional<Expected> notice(
            String round,
            String subject,
            LocalDate opened,
            LocalDate due,
            UnaryOperator<String> audiences,
            LocalDate day) {
        return TableRow.all(decisions, "roundNotices", Map.of("round", round))
                .filter(row ->
                        row.fallsOn(day, row.word("anchor").equals("DUE") ? due : opened, "offsetDays", "repeatDays"))
                .max(Comparator.comparing(row -> row.number("rank")))
                .map(row -> new Expected(
                        day,
                        subject,
                        Channel.NOTICE,
                        row.word("kind"),
                        audiences.apply(row.word("audience")),
                        row.word("source")));
    }
}
