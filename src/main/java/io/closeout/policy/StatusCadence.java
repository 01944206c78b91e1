package io.closeout.policy;

import io.closeout.shared.Severity;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How often an owner says how an item stands: table {@code statusCadence}. */
@Component
public class StatusCadence {

    private final Decisions decisions;

    public StatusCadence(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * @param everyDays calendar days from one word to the next
     * @param answerWithinDays calendar days from the question to the answer; 0 is the same day
     */
    public record Cadence(int everyDays, int answerWithinDays, String source) {}

    /** @param vendorDependent whether the item waits for a vendor's fix, within a granted extension */
    public Cadence of(Severity priority, boolean vendorDependent) {
        Row row = Row.only(decisions.decide(
                "statusCadence", Map.of("priority", priority.name(), "vendorDependent", vendorDependent)));
        return new Cadence(row.number("everyDays"), row.number("answerWithinDays"), row.text("source"));
    }
}
