package io.closeout.policy;

import io.closeout.shared.Severity;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Table {@code falsePositiveTerms}: how long a confirmed false positive may hold, and how soon it is decided. */
@Component
public class FalsePositiveTerms {

    private final Decisions decisions;

    public FalsePositiveTerms(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * @param longestDays calendar days from the day on which it is asked for
     * @param decideWithinDays calendar days
     */
    public record Term(int longestDays, int decideWithinDays, String source) {}

    public Term of(Severity priority) {
        Row row = Row.only(decisions.decide("falsePositiveTerms", Map.of("priority", priority.name())));
        return new Term(row.number("longestDays"), row.number("decideWithinDays"), row.text("source"));
    }
}
