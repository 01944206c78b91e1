package io.closeout.policy;

import java.util.List;

/** What a plan must hold. */
public final class PlanRule {

    private PlanRule() {}

    public static List<String> reasonsAgainst(PlanFacts plan) {
        return plan.ownerId() == null ? List.of("The plan names no owner.") : List.of();
    }
}
