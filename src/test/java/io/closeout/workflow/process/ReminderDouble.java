package io.closeout.workflow.process;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** A double of the value {@code reminder}. Public for the engine's expressions. */
public final class ReminderDouble {

    static final Date FIRST = Date.from(Instant.parse("2030-03-04T08:00:00Z"));

    public String cycle(DelegateExecution execution) {
        return "R/2030-03-04T08:00:00Z/P2D";
    }
}
