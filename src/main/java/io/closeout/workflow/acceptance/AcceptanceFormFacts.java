package io.closeout.workflow.acceptance;

import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.policy.AcceptanceRule;
import io.closeout.policy.Track;
import io.closeout.register.Register;
import io.closeout.review.acceptance.AcceptanceRequests;
import io.closeout.review.acceptance.AcceptanceReviews;
import io.closeout.review.acceptance.Control;
import io.closeout.review.acceptance.Review;
import io.closeout.review.acceptance.RiskAcceptance;
import io.closeout.review.acceptance.SeenFacts;
import io.closeout.review.acceptance.SeenFacts.Difference;
import io.closeout.workflow.AcceptRisk;
import io.closeout.workflow.FormFacts;
import io.closeout.workflow.RequestFacts;
import io.closeout.workflow.approval.RequestWords;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the forms show of an acceptance. Keys are part of the forms' contract. */
@Component
class AcceptanceFormFacts implements RequestFacts {

    private final AcceptanceRequests requests;
    private final AcceptanceReviews reviews;
    private final AcceptanceDefaults defaults;
    private final Register register;
    private final RequestWords words;
    private final PolicyCalendar calendar;

    AcceptanceFormFacts(
            AcceptanceRequests requests,
            AcceptanceReviews reviews,
            AcceptanceDefaults defaults,
            Register register,
            RequestWords words,
            PolicyCalendar calendar) {
        this.requests = requests;
        this.reviews = reviews;
        this.defaults = defaults;
        this.register = register;
        this.words = words;
        this.calendar = calendar;
    }

    @Override
    public String process() {
        return AcceptRisk.KEY;
    }

    @Override
    public List<String> prefilled() {
        return AcceptanceDefaults.KEYS;
    }

    @Override
    public Map<String, Object> facts(String requestId) {
        RiskAcceptance acceptance = requests.get(Long.parseLong(requestId));
        Optional<Review> review = reviews.openFor(acceptance.id());
        SeenFacts now = requests.factsNow(acceptance);
        Map<String, Object> facts = words.facts(acceptance.approval());
        putWanted(facts, acceptance);
        putRule(facts, acceptance);
        Group level = review.map(Review::decider).orElse(Group.ISSM);
        facts.put("reviewLevel", level.id());
        facts.put("reasons", review.map(this::reasons).orElse(List.of()));
        facts.put(
                "differences",
                reviews.difference(acceptance, level).stream()
                        .map(AcceptanceFormFacts::difference)
                        .toList());
        facts.put(
                "facts",
                now.byName().entrySet().stream()
                        .map(fact -> Map.of("fact", fact.getKey(), "content", fact.getValue()))
                        .toList());
        facts.put(FormFacts.DEFAULTS, defaults.of(acceptance, now, level));
        return facts;
    }

    private void putWanted(Map<String, Object> facts, RiskAcceptance acceptance) {
        facts.put("kind", acceptance.kind().label());
        facts.put("justification", acceptance.wanted().justification());
        facts.put("likelihood", acceptance.wanted().likelihood().label());
        facts.put("impact", acceptance.wanted().impact().label());
        facts.put("originalRating", acceptance.original().label());
        facts.put("residualRating", acceptance.residual().label());
        facts.put("adjusted", acceptance.isAdjusted());
        facts.put("until", acceptance.until().map(Object::toString).orElse("no end"));
        facts.put("notFeasible", Objects.toString(acceptance.wanted().notFeasible(), ""));
        facts.put("sspText", Objects.toString(acceptance.wanted().sspText(), ""));
        facts.put("standing", acceptance.standing());
        facts.put(
                "controlCount",
                acceptance.controls().stream().filter(Control::holds).count());
        facts.put(
                "controlList",
                acceptance.controls().stream().map(AcceptanceFormFacts::control).toList());
        facts.put("assessment", register.get(acceptance.item()).track() == Track.ASSESSMENT);
    }

    private void putRule(Map<String, Object> facts, RiskAcceptance acceptance) {
        AcceptanceRule rule = requests.rule(acceptance);
        facts.put("signers", rule.signers().label());
        facts.put("rule", rule.source());
        facts.put("longest", rule.hasEnd() ? rule.longestDays() + " days" : "no end");
    }

    private static Map<String, Object> control(Control control) {
        return Map.of(
                "what",
                control.number() + ". " + control.wanted().what(),
                "check",
                control.wanted().checkWords(),
                "state",
                control.lapsedOn().map(day -> "lapsed on " + day).orElse("holds"));
    }

    private List<Map<String, String>> reasons(Review review) {
        return review.reasons().stream()
                .map(reason -> Map.of(
                        "when", calendar.dateOf(reason.raisedAt()).toString(),
                        "why", reason.trigger().label(),
                        "what", reason.what()))
                .toList();
    }

    private static Map<String, String> difference(Difference difference) {
        return Map.of("fact", difference.fact(), "before", difference.before(), "after", difference.after());
    }
}
