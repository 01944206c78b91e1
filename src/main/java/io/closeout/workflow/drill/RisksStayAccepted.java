package io.closeout.workflow.drill;

import static java.time.temporal.ChronoUnit.DAYS;

import io.closeout.access.Group;
import io.closeout.policy.Decisions;
import io.closeout.register.PoamItem;
import io.closeout.review.acceptance.Acceptances;
import io.closeout.review.acceptance.RiskAcceptance;
import io.closeout.workflow.AcceptRisk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** By {@code acceptanceTerms} an accepted risk is looked at again, its owner is asked for another term, and it ends on its last day. */
@Component
@Profile("drill")
@Order(6)
class RisksStayAccepted implements Exercise {

    private final Decisions decisions;
    private final HeldItems items;
    private final Acceptances acceptances;

    RisksStayAccepted(Decisions decisions, HeldItems items, Acceptances acceptances) {
        this.decisions = decisions;
        this.items = items;
        this.acceptances = acceptances;
    }

    @Override
    public String title() {
        return "Accepted risks are looked at again, renewed or end";
    }

    @Override
    public List<Expected> on(LocalDate day) {
        return items.accepted()
                .flatMap(item -> acceptances.inForce(item.id()).stream()
                        .flatMap(acceptance -> owed(item, acceptance, day).stream()))
                .toList();
    }

    private List<Expected> owed(PoamItem item, RiskAcceptance acceptance, LocalDate day) {
        TableRow row = row(item, acceptance);
        LocalDate until = acceptance.wanted().until();
        String owner = item.ownerId().orElse(item.ownerGroup());
        List<Expected> owed = new ArrayList<>();
        LocalDate review = acceptance.inForce().reviewed().plusDays(daysBetweenReviews(acceptance, row));
        if (day.equals(review) && (until == null || review.isBefore(until))) {
            owed.add(new Expected(
                    day,
                    item.id().subject(),
                    Channel.TASK,
                    AcceptRisk.TASK_REVIEW,
                    Group.ISSM.id(),
                    row.word("source")));
        }
        if (until != null && day.equals(until.minusDays(row.number("renewalDays")))) {
            owed.add(new Expected(
                    day, item.id().subject(), Channel.TASK, AcceptRisk.TASK_RENEW, owner, row.word("source")));
        }
        if (day.equals(until)) {
            told(item, day, owner).forEach(owed::add);
        }
        return owed;
    }

    private TableRow row(PoamItem item, RiskAcceptance acceptance) {
        return TableRow.all(
                        decisions,
                        "acceptanceTerms",
                        Map.of(
                                "kind", acceptance.kind().name(),
                                "track", item.track().name(),
                                "residual", acceptance.residual().name()))
                .findFirst()
                .orElseThrow();
    }

    private static long daysBetweenReviews(RiskAcceptance acceptance, TableRow row) {
        @Nullable LocalDate until = acceptance.wanted().until();
        if (acceptance.wanted().monthly()) {
            return row.number("monthlyDays");
        }
        return row.number("reviewPercent") == 0
                ? row.number("reviewDays")
                : DAYS.between(acceptance.inForce().started(), Objects.requireNonNull(until))
                        * row.number("reviewPercent")
                        / 100;
    }

    /** At the last second of the last day. */
    private static Stream<Expected> told(PoamItem item, LocalDate day, String owner) {
        String why = "The acceptance was signed until this day";
        String subject = item.id().subject();
        return Stream.of(
                new Expected(day, subject, Channel.NOTICE, "acceptanceEnded", owner, why),
                new Expected(day, subject, Channel.NOTICE, "acceptanceEndedIssm", Group.ISSM.id(), why));
    }
}
