package io.closeout.policy;

import io.closeout.shared.Severity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When a plan of action may be submitted. Each rule answers what it misses, so that a person reads all of it at once. */
public final class PlanRule {

    /** What is kept has two decimals. */
    private static final BigDecimal LEAST_HOURS = new BigDecimal("0.01");
    /** More is a slip of the pen: about five years of one person. */
    private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(10_000);

    private static final List<Function<PlanFacts, Stream<String>>> RULES = List.of(
            plan -> missing(plan.ownerId(), "The plan names no owner. Choose who will remediate."),
            PlanRule::hours,
            plan -> missing(plan.resources(), "The plan names no resources. Say what is needed, or \"none\"."),
            plan -> missing(plan.remediationPlan(), "The plan does not say how the weakness is remediated."),
            PlanRule::completion,
            PlanRule::milestones,
            PlanRule::residualRisk);

    private PlanRule() {}

    /** Why the plan is refused, in the order of the form; empty if it is allowed. */
    public static List<String> reasons(PlanFacts plan) {
        return RULES.stream().flatMap(rule -> rule.apply(plan)).toList();
    }

    private static Stream<String> hours(PlanFacts plan) {
        BigDecimal hours = plan.estimatedHours();
        if (hours == null || hours.compareTo(LEAST_HOURS) < 0) {
            return Stream.of("The plan names no estimated hours. Enter a number above 0.");
        }
        return hours.compareTo(MOST_HOURS) > 0
                ? Stream.of("The plan estimates more than " + MOST_HOURS + " hours, the most that is accepted.")
                : Stream.empty();
    }

    private static Stream<String> completion(PlanFacts plan) {
        LocalDate completion = plan.plannedCompletion();
        if (completion == null) {
            return Stream.of("The plan names no planned completion date.");
        }
        return completion.isBefore(plan.today())
                ? Stream.of("The planned completion " + completion + " is in the past. Choose today or later.")
                : Stream.empty();
    }

    private static Stream<String> milestones(PlanFacts plan) {
        if (plan.milestones().isEmpty()) {
            return Stream.of("The plan has no milestone. Add at least one.");
        }
        return IntStream.range(0, plan.milestones().size())
                .boxed()
                .flatMap(index -> milestone(index + 1, plan.milestones().get(index), plan.plannedCompletion()));
    }

    private static Stream<String> milestone(int number, MilestoneFacts milestone, @Nullable LocalDate completion) {
        Stream<String> text = missing(milestone.description(), "Milestone " + number + " has no description.");
        Stream<String> date = completion != null && milestone.due().isAfter(completion)
                ? Stream.of("Milestone " + number + " is due " + milestone.due() + ", after the planned completion "
                        + completion + ".")
                : Stream.empty();
        return Stream.concat(text, date);
    }

    private static Stream<String> residualRisk(PlanFacts plan) {
        Severity risk = plan.residualRisk();
        return risk == null || risk == Severity.INFO
                ? Stream.of("The plan names no residual risk. Choose Low, Moderate, High or Critical.")
                : Stream.empty();
    }

    private static Stream<String> missing(@Nullable String text, String reason) {
        return text == null || text.isBlank() ? Stream.of(reason) : Stream.empty();
    }
}
