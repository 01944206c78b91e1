package io.closeout.review.web;

import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.review.approval.ApprovalRequest;
import io.closeout.review.approval.Signature;
import io.closeout.review.web.ExtensionView.DecisionLine;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts names to the signatures under a request. */
@Component
class SignatureLines {

    private final People people;

    SignatureLines(People people) {
        this.people = people;
    }

    List<DecisionLine> of(ApprovalRequest request) {
        return request.signatures().stream().map(this::line).toList();
    }

    private DecisionLine line(Signature decision) {
        return new DecisionLine(
                decision.level().label(),
                name(decision.by()),
                decision.approved(),
                decision.reason(),
                decision.decidedAt());
    }

    String name(String personId) {
        return people.find(personId).map(Person::name).orElse(personId);
    }
}
