package io.closeout.workflow.approval;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The business key of the process is the request id. */
public final class RequestOf {

    private RequestOf() {}

    public static long execution(DelegateExecution execution) {
        return Long.parseLong(execution.getProcessBusinessKey());
    }
}
