package io.closeout.review.web;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.closeout.policy.AcceptanceKind;
import io.closeout.review.acceptance.Control;
import io.closeout.review.acceptance.RiskAcceptance;
import io.closeout.review.acceptance.RiskLevel;
import io.closeout.review.acceptance.WantedAcceptance;
import io.closeout.shared.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request to accept a risk as a page or a script sends it. Words are taken in any case; a script may leave out what is after
 * {@code until}.
 *
 * @param until ISO; empty for an enduring exception
 * @param kind empty: a temporary acceptance
 * @param residual empty: as the item is rated
 * @param monthly {@code true} for re-reviews every month
 */
record AcceptRiskForm(
        @Nullable String justification,
        @Nullable String likelihood,
        @Nullable String impact,
        @Nullable List<ControlForm> controls,
        @Nullable String until,
        @Nullable String kind,
        @Nullable @JsonAlias("residualRating") String residual,
        @Nullable @JsonAlias("monthlyReview") Boolean monthly,
        @Nullable String notFeasible,
        @Nullable String sspText) {

    private static final int ROWS = 4;

    static AcceptRiskForm blank() {
        return new AcceptRiskForm("", "", "", rows(List.of()), "", "", "", false, "", "");
    }

    /** The old request, for another term. */
    static AcceptRiskForm like(RiskAcceptance old) {
        WantedAcceptance wanted = old.wanted();
        return new AcceptRiskForm(
                wanted.justification(),
                wanted.likelihood().name(),
                wanted.impact().name(),
                rows(old.controls().stream()
                        .filter(Control::holds)
                        .map(control -> ControlForm.of(control.wanted()))
                        .toList()),
                "",
                wanted.kind().name(),
                old.residual().name(),
                wanted.monthly(),
                Objects.toString(wanted.notFeasible(), ""),
                Objects.toString(wanted.sspText(), ""));
    }

    private static List<ControlForm> rows(List<ControlForm> known) {
        List<ControlForm> rows = new ArrayList<>(known);
        while (rows.size() < ROWS) {
            rows.add(ControlForm.blank());
        }
        return rows;
    }

    WantedAcceptance wanted() {
        return WantedAcceptance.asked(
                Words.choice(AcceptanceKind.class, kind, "kind of acceptance"),
                justification,
                Words.choice(RiskLevel.class, moderate(likelihood), "likelihood"),
                Words.choice(RiskLevel.class, moderate(impact), "impact"),
                Words.choice(Severity.class, medium(residual), "residual rating"),
                controls == null
                        ? List.of()
                        : controls.stream()
                                .filter(each -> !each.isBlank())
                                .map(ControlForm::wanted)
                                .toList(),
                Words.date(until, "end"),
                Boolean.TRUE.equals(monthly),
                notFeasible,
                sspText);
    }

    /** CVSS says Medium, eMASS says Moderate. */
    private static @Nullable String moderate(@Nullable String level) {
        return level != null && level.strip().equalsIgnoreCase("MEDIUM") ? "MODERATE" : level;
    }

    private static @Nullable String medium(@Nullable String rating) {
        return rating != null && rating.strip().equalsIgnoreCase("MODERATE") ? "MEDIUM" : rating;
    }
}
