package io.closeout.workflow.acceptance;

import io.closeout.review.acceptance.AcceptanceReviews;
import io.closeout.workflow.Step;
import io.closeout.workflow.approval.RequestOf;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The table's day came, unless something else opened a re-review before. */
@Step("openReview")
class OpenReview implements JavaDelegate {

    private final AcceptanceReviews reviews;

    OpenReview(AcceptanceReviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reviews.open(RequestOf.execution(execution));
    }
}
