package io.closeout.reporting.web;

import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.reporting.Snapshot;
import io.closeout.reporting.Snapshots;
import io.closeout.review.period.PoamReview;
import io.closeout.review.period.PoamReview.SignOff;
import io.closeout.review.period.Reviews;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts figures and names to reviews. */
@Component
class ReviewLines {

    private final Reviews reviews;
    private final Snapshots snapshots;
    private final People people;

    ReviewLines(Reviews reviews, Snapshots snapshots, People people) {
        this.reviews = reviews;
        this.snapshots = snapshots;
        this.people = people;
    }

    /** Newest first. */
    List<ReviewLine> all() {
        return reviews.all().stream().map(this::line).toList();
    }

    ReviewLine get(String period) {
        return line(reviews.get(period));
    }

    String name(String person) {
        return people.find(person).map(Person::name).orElse(person);
    }

    private ReviewLine line(PoamReview review) {
        SignOff signOff = review.signOff();
        return new ReviewLine(
                review,
                snapshots
                        .find(review.period().toString())
                        .map(Snapshot::figures)
                        .orElse(null),
                signOff == null ? null : name(signOff.by()));
    }
}
