package io.closeout.policy;

import io.closeout.shared.Severity;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The table {@code requirementSeverity}: how severe the item of a requirement not met is. */
@Component
public class RequirementSeverity {

    private final Decisions decisions;

    public RequirementSeverity(Decisions decisions) {
        this.decisions = decisions;
    }

    /** @param points that the requirement costs */
    public Severity of(int points) {
        return Row.only(decisions.decide("requirementSeverity", Map.of("points", points)))
                .word("severity", Severity.class);
    }
}
