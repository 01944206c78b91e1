package io.closeout.workflow.status;

import io.closeout.review.status.StatusCollections;
import io.closeout.workflow.Step;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** {@code ${statusCollection.morning(execution)}}: when owners are asked. */
@Step("statusCollection")
public class StatusCollection {

    private final StatusCollections collections;

    StatusCollection(StatusCollections collections) {
        this.collections = collections;
    }

    /** Eight in the morning, policy's zone, of the day that is the business key. */
    public Date morning(DelegateExecution execution) {
        return Date.from(collections.morningOf(LocalDate.parse(execution.getProcessBusinessKey())));
    }
}
