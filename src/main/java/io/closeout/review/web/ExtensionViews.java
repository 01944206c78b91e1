package io.closeout.review.web;

import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.register.PoamId;
import io.closeout.review.approval.Signature;
import io.closeout.review.extension.ExtensionRequest;
import io.closeout.review.extension.ExtensionRequests;
import io.closeout.review.web.ExtensionView.DecisionLine;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts names to requests for more time. */
@Component
class ExtensionViews {

    private final ExtensionRequests requests;
    private final People people;

    ExtensionViews(ExtensionRequests requests, People people) {
        this.requests = requests;
        this.people = people;
    }

    /** Newest first. */
    List<ExtensionView> of(PoamId item) {
        return requests.of(item).stream().map(this::view).toList();
    }

    private ExtensionView view(ExtensionRequest request) {
        return new ExtensionView(
                request,
                name(request.approval().askedBy()),
                request.approval().signatures().stream().map(this::line).toList());
    }

    private DecisionLine line(Signature decision) {
        return new DecisionLine(
                decision.level().label(),
                name(decision.by()),
                decision.approved(),
                decision.reason(),
                decision.decidedAt());
    }

    private String name(String personId) {
        return people.find(personId).map(Person::name).orElse(personId);
    }
}
