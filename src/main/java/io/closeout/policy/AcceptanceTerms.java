package io.closeout.policy;

import io.closeout.policy.ExtensionRule.Signers;
import io.closeout.shared.Severity;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks table {@code acceptanceTerms}. */
@Component
public class AcceptanceTerms {

    private final Decisions decisions;

    public AcceptanceTerms(Decisions decisions) {
        this.decisions = decisions;
    }

    public AcceptanceRule rule(AcceptanceKind kind, Track track, Severity residual) {
        Row row = Row.only(decisions.decide(
                "acceptanceTerms", Map.of("kind", kind.name(), "track", track.name(), "residual", residual.name())));
        Signers signers = row.word("signers", Signers.class);
        return new AcceptanceRule(
                signers,
                signers == Signers.NOBODY ? row.text("words") : "",
                row.number("longestDays"),
                new AcceptanceRule.Reviews(
                        row.number("reviewPercent"), row.number("reviewDays"), row.number("monthlyDays")),
                row.number("renewalDays"),
                row.number("decideWithinDays"),
                row.text("source"));
    }
}
