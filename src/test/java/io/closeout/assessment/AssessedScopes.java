package io.closeout.assessment;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.register.Scopes;
import io.closeout.register.Situations;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;

/** Scopes as assessments left them, each a new one. Assessed on {@link #ASSESSED}. */
@TestComponent
public class AssessedScopes {

    public static final LocalDate ASSESSED = LocalDate.parse("2026-03-01");
    public static final String NOTE = "The review found two accounts without an owner.";
    /** Worth 1 point each, and allowed on the POA&amp;M of a Conditional status. */
    public static final List<String> ONE_POINTERS = Requirements.all().stream()
            .filter(each -> each.standing(Result.NOT_MET).allowed())
            .map(Requirement::id)
            .toList();

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Actor ADMIN = new Actor("admin", Set.of(Group.CAMUNDA_ADMIN), "page");

    private final Scopes scopes;
    private final Assessments assessments;

    AssessedScopes(Scopes scopes, Assessments assessments) {
        this.scopes = scopes;
        this.assessments = assessments;
    }

    public String aScope() {
        return scopes.add("Assessed " + NUMBER.incrementAndGet(), null, ADMIN).id();
    }

    public String withEverythingMet() {
        return withAllMetBut(Map.of());
    }

    /** 108 points, both allowed to wait. */
    public String withTwoAllowedToWait() {
        return withNotMet("AC.L2-3.1.3", "AU.L2-3.3.3");
    }

    public String withNotMet(String... requirements) {
        return withNotMet(List.of(requirements));
    }

    public String withNotMet(List<String> requirements) {
        Map<String, Result> others = new HashMap<>();
        requirements.forEach(each -> others.put(each, Result.NOT_MET));
        return withAllMetBut(others);
    }

    public String withAllMetBut(Map<String, Result> others) {
        String scope = aScope();
        List<NewResult> results = new ArrayList<>();
        Requirements.all().forEach(each -> results.add(found(each.id(), others.getOrDefault(each.id(), Result.MET))));
        assessments.record(scope, results, Situations.ISSM);
        return scope;
    }

    public static NewResult found(String requirement, Result result) {
        return new NewResult(Requirements.get(requirement), result, result == Result.MET ? null : NOTE, ASSESSED);
    }
}
