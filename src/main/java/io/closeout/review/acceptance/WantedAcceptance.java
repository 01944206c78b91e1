package io.closeout.review.acceptance;

import io.closeout.policy.AcceptanceKind;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for. It is made of what a person wrote, and refuses what is missing or too long.
 *
 * @param residual the rating with the controls in place; null: as it was rated
 * @param until the last day; null for an enduring exception
 * @param monthly whether it is looked at every month, whatever the table says
 * @param notFeasible why remediation is not feasible: of an enduring exception
 * @param sspText the mitigations as the SSP describes them: of an enduring exception
 */
public record WantedAcceptance(
        AcceptanceKind kind,
        String justification,
        RiskLevel likelihood,
        RiskLevel impact,
        @Nullable Severity residual,
        List<WantedControl> controls,
        @Nullable LocalDate until,
        boolean monthly,
        @Nullable String notFeasible,
        @Nullable String sspText) {

    private static final int LONGEST = 4000;
    private static final int MOST_CONTROLS = 20;

    /** @throws Refused naming the first thing that is wrong */
    public WantedAcceptance {
        controls = List.copyOf(controls);
        justification = Texts.stated(
                justification, "Say why the risk is to be accepted (justification).", "justification", LONGEST);
        notFeasible = Texts.optional(notFeasible, "reason why it is not feasible", LONGEST);
        sspText = Texts.optional(sspText, "mitigation text for the SSP", LONGEST);
        if (controls.size() > MOST_CONTROLS) {
            throw Refused.because("A request has at most %d compensating controls.".formatted(MOST_CONTROLS));
        }
        if (kind == AcceptanceKind.ENDURING_EXCEPTION) {
            mustBeAnException(until, notFeasible, sspText);
        } else if (until == null) {
            throw Refused.because("Say until when the risk is to be accepted.");
        }
    }

    private static void mustBeAnException(
            @Nullable LocalDate until, @Nullable String notFeasible, @Nullable String sspText) {
        if (until != null) {
            throw Refused.because(
                    "An enduring exception has no end; it is looked at again every year. Leave the date empty.");
        }
        if (notFeasible == null) {
            throw Refused.because("Say why remediation is not feasible; that makes it an enduring exception.");
        }
        if (sspText == null) {
            throw Refused.because("Describe the mitigations as the SSP is to show them.");
        }
    }

    /** As asked, with every field that a form may leave empty. */
    public static WantedAcceptance asked(
            @Nullable AcceptanceKind kind,
            @Nullable String justification,
            @Nullable RiskLevel likelihood,
            @Nullable RiskLevel impact,
            @Nullable Severity residual,
            List<WantedControl> controls,
            @Nullable LocalDate until,
            boolean monthly,
            @Nullable String notFeasible,
            @Nullable String sspText) {
        if (likelihood == null || impact == null) {
            throw Refused.because("Judge likelihood and impact: very low, low, moderate, high or very high.");
        }
        return new WantedAcceptance(
                kind == null ? AcceptanceKind.TEMPORARY_ACCEPTANCE : kind,
                justification == null ? "" : justification,
                likelihood,
                impact,
                residual,
                controls,
                until,
                monthly,
                notFeasible,
                sspText);
    }

    Severity residualOf(Severity original) {
        return residual == null ? original : residual;
    }
}
