package io.closeout.policy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Table {@code taskReminders}: who hears that a task of a request or a review still waits. */
@Component
public class TaskReminders {

    private final Decisions decisions;

    public TaskReminders(Decisions decisions) {
        this.decisions = decisions;
    }

    public enum Audience {
        /** Whoever took the task, else the groups that it is open to. */
        DECIDERS,
        ISSM,
        LEADERSHIP,
        ADMINISTRATOR
    }

    /**
     * One row.
     *
     * @param afterDays calendar days from the day on which the task was made
     * @param everyDays 0 for once
     */
    public record Reminder(String kind, int afterDays, int everyDays, Audience audience) {

        /** The newest day by today on which it was due; what was missed meanwhile is told once. */
        public Optional<LocalDate> latest(LocalDate made, LocalDate today) {
            long days = ChronoUnit.DAYS.between(made.plusDays(afterDays), today);
            if (days < 0) {
                return Optional.empty();
            }
            return Optional.of(everyDays == 0 ? made.plusDays(afterDays) : today.minusDays(days % everyDays));
        }
    }

    /**
     * @param process its id in the model
     * @param task its id in the model
     */
    public List<Reminder> of(String process, String task) {
        return Row.all(decisions.decide("taskReminders", Map.of("process", process, "task", task))).stream()
                .map(row -> new Reminder(
                        row.text("kind"),
                        row.number("afterDays"),
                        row.number("everyDays"),
                        row.word("audience", Audience.class)))
                .toList();
    }
}
