package io.closeout.workflow.acceptance;

import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.review.acceptance.Control;
import io.closeout.review.acceptance.RiskAcceptance;
import io.closeout.review.acceptance.SeenFacts;
import io.closeout.workflow.AcceptRisk;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the fields of the forms hold before a person writes: the digest, the controls to answer for, and the old request to renew. */
@Component
class AcceptanceDefaults {

    static final List<String> KEYS = List.of(
            AcceptRisk.FIELD_SEEN,
            AcceptRisk.FIELD_CONTROLS,
            AcceptRisk.FIELD_JUSTIFICATION,
            AcceptRisk.FIELD_LIKELIHOOD,
            AcceptRisk.FIELD_IMPACT,
            AcceptRisk.FIELD_RESIDUAL,
            AcceptRisk.FIELD_UNTIL);

    private final PolicyCalendar calendar;

    AcceptanceDefaults(PolicyCalendar calendar) {
        this.calendar = calendar;
    }

    /** @param level whose turn it is; only the ISSM answers for the controls */
    Map<String, Object> of(RiskAcceptance acceptance, SeenFacts now, Group level) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put(AcceptRisk.FIELD_SEEN, now.digest());
        defaults.put(AcceptRisk.FIELD_CONTROLS, level == Group.ISSM ? controls(acceptance) : List.of());
        defaults.put(AcceptRisk.FIELD_JUSTIFICATION, acceptance.wanted().justification());
        defaults.put(
                AcceptRisk.FIELD_LIKELIHOOD, acceptance.wanted().likelihood().name());
        defaults.put(AcceptRisk.FIELD_IMPACT, acceptance.wanted().impact().name());
        defaults.put(AcceptRisk.FIELD_RESIDUAL, acceptance.residual().name());
        if (acceptance.isInForce()) {
            acceptance
                    .until()
                    .ifPresent(end -> defaults.put(
                            AcceptRisk.FIELD_UNTIL,
                            calendar.today()
                                    .plusDays(ChronoUnit.DAYS.between(
                                            acceptance.inForce().started(), end))
                                    .toString()));
        }
        return defaults;
    }

    private static List<Map<String, String>> controls(RiskAcceptance acceptance) {
        return acceptance.controls().stream()
                .filter(Control::holds)
                .map(control -> Map.of(
                        AcceptRisk.FIELD_CONTROL_NUMBER,
                        Integer.toString(control.number()),
                        AcceptRisk.FIELD_CONTROL_WHAT,
                        control.wanted().what() + " (" + control.wanted().checkWords() + ")"))
                .toList();
    }
}
