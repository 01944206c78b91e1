package io.closeout.review.acceptance;

import io.closeout.access.Actor;
import io.closeout.policy.AcceptanceKind;
import io.closeout.policy.AcceptanceRule;
import io.closeout.policy.AcceptanceTerms;
import io.closeout.policy.ExtensionRule.Signers;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.review.approval.Askers;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What risks may be accepted, on whose asking, and for how long. */
@Component
class AcceptanceRules {

    private final AcceptanceTerms terms;
    private final Register register;

    AcceptanceRules(AcceptanceTerms terms, Register register) {
        this.terms = terms;
        this.register = register;
    }

    static void mustBeAbleToAsk(PoamItem item, Actor by) {
        Askers.mustBeAbleToAsk(item, "its risk to be accepted", by);
        if (item.hasEnded()) {
            throw Refused.because("%s is %s; there is no risk left to accept."
                    .formatted(item.id(), item.status().label().toLowerCase(Locale.ROOT)));
        }
    }

    AcceptanceRule rule(PoamItem item, AcceptanceKind kind, Severity residual) {
        return terms.rule(kind, item.track(), residual);
    }

    /**
     * @param start the day from which the term would count
     * @return on what terms it may be granted
     * @throws Refused if nobody may, or not for so long
     */
    AcceptanceRule mustBeGrantable(PoamItem item, WantedAcceptance wanted, Severity original, LocalDate start) {
        Severity residual = wanted.residualOf(original);
        AcceptanceRule rule = rule(item, wanted.kind(), residual);
        if (rule.signers() == Signers.NOBODY) {
            throw Refused.because(rule.words());
        }
        mustBeHeldDown(wanted, original, residual);
        if (wanted.kind() == AcceptanceKind.TEMPORARY_DEFICIENCY) {
            mustBePlanned(item);
        }
        if (wanted.until() != null) {
            mustEndInTime(item, wanted.until(), residual, rule, start);
        }
        return rule;
    }

    /** FedRAMP's deviation request: a risk adjustment names at least one mitigating factor. */
    private static void mustBeHeldDown(WantedAcceptance wanted, Severity original, Severity residual) {
        if (original.isWorseThan(residual) && wanted.controls().isEmpty()) {
            throw Refused.because("A residual rating of %s instead of %s needs at least one compensating control."
                    .formatted(residual.label(), original.label()));
        }
    }

    /** 32 CFR 170.4: a temporary deficiency is in an operational plan of action. */
    private static void mustBePlanned(PoamItem item) {
        boolean planned = item.plannedCompletion().isPresent()
                && item.milestones().stream()
                        .anyMatch(each -> each.completedOn().isEmpty());
        if (!planned) {
            throw Refused.because(
                    "A temporary deficiency needs an operational plan: %s has no signed-off plan with a milestone that is still to come."
                            .formatted(item.id()));
        }
    }

    private void mustEndInTime(
            PoamItem item, LocalDate until, Severity residual, AcceptanceRule rule, LocalDate start) {
        if (!until.isAfter(start)) {
            throw Refused.because("The end, %s, must lie after %s.".formatted(until, start));
        }
        rule.latestEnd(start).filter(until::isAfter).ifPresent(latest -> {
            throw Refused.because(
                    "With a residual rating of %s a risk may be accepted for %d days at most, until %s (%s)."
                            .formatted(residual.label(), rule.longestDays(), latest, rule.source()));
        });
        register.mustBeWithinLimit(item.id(), until);
    }
}
