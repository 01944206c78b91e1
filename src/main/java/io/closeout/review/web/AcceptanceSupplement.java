package io.closeout.review.web;

import io.closeout.register.ItemSupplement;
import io.closeout.register.PoamId;
import io.closeout.review.acceptance.AcceptanceReviews;
import io.closeout.review.acceptance.Acceptances;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The acceptance in force in what the API tells of an item; empty without one. */
@Component
class AcceptanceSupplement implements ItemSupplement {

    private final Acceptances acceptances;
    private final AcceptanceReviews reviews;

    AcceptanceSupplement(Acceptances acceptances, AcceptanceReviews reviews) {
        this.acceptances = acceptances;
        this.reviews = reviews;
    }

    @Override
    public String name() {
        return "acceptance";
    }

    @Override
    public Object of(PoamId item) {
        return acceptances
                .inForce(item)
                .<Object>map(acceptance -> AcceptanceDocument.of(acceptance, reviews.isStale(acceptance)))
                .orElse(Map.of());
    }
}
