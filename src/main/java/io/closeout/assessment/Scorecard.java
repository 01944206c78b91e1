package io.closeout.assessment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The score of an assessment by 32 CFR 170.24(c)(2): 110 less the points of each requirement that is not met. What is not applicable
 * counts as met, a POA&amp;M entry gives no point back, and the score may fall below zero, to -203 at worst.
 *
 * @param results by requirement; one that is missing was not assessed
 */
public record Scorecard(Map<Requirement, Result> results) {

    public static final int HIGHEST = 110;
    /** 0.8 of the 110 requirements: 32 CFR 170.21(a)(2)(i). */
    public static final int LEAST_FOR_CONDITIONAL = 88;

    private static final Requirement SYSTEM_SECURITY_PLAN = Requirements.get("CA.L2-3.12.4");

    public Scorecard {
        results = Map.copyOf(results);
    }

    /** What is not assessed yet takes nothing off; {@link #atWorst} takes all of it off. */
    public int score() {
        return HIGHEST - lost(Requirements.all());
    }

    /** If everything that was not assessed turned out not met. */
    public int atWorst() {
        return score() - notAssessed().stream().mapToInt(Requirement::points).sum();
    }

    /** The score if these were met. */
    public int scoreWith(Collection<Requirement> met) {
        return score() + lost(met);
    }

    private int lost(Collection<Requirement> of) {
        return of.stream().mapToInt(each -> each.lost(results.get(each))).sum();
    }

    /** In the order of NIST SP 800-171, as all lists here. */
    public List<Requirement> notAssessed() {
        return where(each -> !results.containsKey(each));
    }

    /** Also what is partly met. */
    public List<Requirement> notMet() {
        Set<Result> kinds = Set.of(Result.NOT_MET, Result.PARTIAL);
        return where(each -> results.containsKey(each) && kinds.contains(results.get(each)));
    }

    /** What is not met and may not stand on the POA&amp;M of a Conditional status. */
    public List<Requirement> barred() {
        return notMet().stream().filter(each -> !standing(each).allowed()).toList();
    }

    /** @param notMet one of {@link #notMet} */
    public Standing standing(Requirement notMet) {
        return notMet.standing(result(notMet));
    }

    private Result result(Requirement assessed) {
        Result result = results.get(assessed);
        if (result == null) {
            throw new IllegalArgumentException(assessed.id() + " was not assessed");
        }
        return result;
    }

    /** Without an up-to-date system security plan there is no score: 32 CFR 170.24(c)(2)(i)(B)(5). */
    public boolean isWithoutSystemSecurityPlan() {
        return results.get(SYSTEM_SECURITY_PLAN) == Result.NOT_MET;
    }

    private static List<Requirement> where(Predicate<Requirement> fits) {
        return Requirements.all().stream().filter(fits).toList();
    }
}
