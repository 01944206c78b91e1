package io.closeout.workflow.extension;

import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.access.PolicyCalendar;
import io.closeout.policy.ExtensionFacts;
import io.closeout.policy.ExtensionRule;
import io.closeout.review.ExtensionDecision;
import io.closeout.review.ExtensionRequest;
import io.closeout.review.ExtensionRequests;
import io.closeout.workflow.ApproveExtension;
import io.closeout.workflow.RequestFacts;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the form shows of a request for more time. Keys are part of the form's contract. */
@Component
class ExtensionFormFacts implements RequestFacts {

    private final ExtensionRequests requests;
    private final People people;
    private final PolicyCalendar calendar;

    ExtensionFormFacts(ExtensionRequests requests, People people, PolicyCalendar calendar) {
        this.requests = requests;
        this.people = people;
        this.calendar = calendar;
    }

    @Override
    public String process() {
        return ApproveExtension.KEY;
    }

    @Override
    public Map<String, Object> facts(String requestId) {
        ExtensionRequest request = requests.get(Long.parseLong(requestId));
        ExtensionFacts asked = requests.facts(request);
        ExtensionRule rule = requests.rule(request);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", requestId);
        facts.put("askedBy", name(request.askedBy()));
        facts.put("askedOn", calendar.dateOf(request.askedAt()).toString());
        facts.put("reason", request.wanted().reason());
        facts.put("interimMitigation", request.wanted().interimMitigation());
        facts.put("presentCompletion", request.presentCompletion().toString());
        facts.put("newDate", request.wanted().newDate().toString());
        facts.put("daysAsked", request.daysAsked());
        facts.put("earlierExtensions", asked.earlierExtensions());
        facts.put("kev", asked.kev().label());
        facts.put("signers", rule.signers().label());
        facts.put("rule", rule.source());
        facts.put("decisions", request.decisions().stream().map(this::decision).toList());
        return facts;
    }

    private Map<String, Object> decision(ExtensionDecision decision) {
        return Map.of(
                "when",
                calendar.dateOf(decision.decidedAt()).toString(),
                "who",
                name(decision.by()),
                "what",
                decision.approved() ? "approved" : "refused",
                "reason",
                decision.reason() == null ? "" : decision.reason());
    }

    private String name(String personId) {
        return people.find(personId).map(Person::name).orElse(personId);
    }
}
