package io.closeout.workflow.approval;

import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.access.PolicyCalendar;
import io.closeout.review.approval.ApprovalRequest;
import io.closeout.review.approval.Signature;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the form of every request shows of who asked and who signed. Keys are part of the forms' contract. */
@Component
public class RequestWords {

    private final People people;
    private final PolicyCalendar calendar;

    RequestWords(People people, PolicyCalendar calendar) {
        this.people = people;
        this.calendar = calendar;
    }

    /** A map to which the facts of the kind are added. */
    public Map<String, Object> facts(ApprovalRequest request) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", Long.toString(request.id()));
        facts.put("askedBy", name(request.askedBy()));
        facts.put("askedOn", calendar.dateOf(request.askedAt()).toString());
        facts.put(
                "decisions", request.signatures().stream().map(this::signature).toList());
        return facts;
    }

    private Map<String, Object> signature(Signature signature) {
        return Map.of(
                "when",
                calendar.dateOf(signature.decidedAt()).toString(),
                "who",
                name(signature.by()),
                "what",
                signature.approved() ? "approved" : "refused",
                "reason",
                signature.reason() == null ? "" : signature.reason());
    }

    private String name(String personId) {
        return people.find(personId).map(Person::name).orElse(personId);
    }
}
