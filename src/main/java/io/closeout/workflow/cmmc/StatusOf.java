package io.closeout.workflow.cmmc;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The business key of the process is the id of the status. */
final class StatusOf {

    private StatusOf() {}

    static long execution(DelegateExecution execution) {
        return Long.parseLong(execution.getProcessBusinessKey());
    }
}
