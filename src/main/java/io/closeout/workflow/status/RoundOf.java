package io.closeout.workflow.status;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The business key of the process is the id of the round. */
final class RoundOf {

    private RoundOf() {}

    static long execution(DelegateExecution execution) {
        return Long.parseLong(execution.getProcessBusinessKey());
    }
}
