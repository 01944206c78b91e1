package io.closeout.review.web;

import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.register.PoamId;
import io.closeout.review.acceptance.AcceptanceRequests;
import io.closeout.review.acceptance.AcceptanceReviews;
import io.closeout.review.acceptance.Review;
import io.closeout.review.acceptance.RiskAcceptance;
import io.closeout.review.web.AcceptanceView.ReviewLine;
import io.closeout.review.web.AcceptanceView.SignatureLine;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts names to acceptances, their signatures and re-reviews. */
@Component
class AcceptanceViews {

    private final AcceptanceRequests requests;
    private final AcceptanceReviews reviews;
    private final People people;

    AcceptanceViews(AcceptanceRequests requests, AcceptanceReviews reviews, People people) {
        this.requests = requests;
        this.reviews = reviews;
        this.people = people;
    }

    /** Newest first. */
    List<AcceptanceView> of(PoamId item) {
        return requests.of(item).stream().map(this::view).toList();
    }

    private AcceptanceView view(RiskAcceptance acceptance) {
        return new AcceptanceView(
                acceptance,
                name(acceptance.approval().askedBy()),
                reviews.isStale(acceptance),
                acceptance.approval().signatures().stream()
                        .map(each -> new SignatureLine(
                                each.level().label(),
                                name(each.by()),
                                each.approved(),
                                each.reason(),
                                each.decidedAt()))
                        .toList(),
                reviews.of(acceptance.id()).stream().map(this::review).toList());
    }

    private ReviewLine review(Review review) {
        return new ReviewLine(
                review.reasons().stream().map(AcceptanceViews::words).collect(Collectors.joining("; ")),
                review.openedAt(),
                review.closedAt(),
                review.signatures().stream()
                        .map(each -> new SignatureLine(
                                each.level().label(), name(each.by()), each.stands(), each.reason(), each.decidedAt()))
                        .toList());
    }

    private static String words(Review.Reason reason) {
        return reason.trigger().label() + (reason.what().isEmpty() ? "" : ": " + reason.what());
    }

    private String name(String personId) {
        return people.find(personId).map(Person::name).orElse(personId);
    }
}
