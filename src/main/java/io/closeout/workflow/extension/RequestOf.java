package io.closeout.workflow.extension;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The business key of the process is the request id. */
final class RequestOf {

    private RequestOf() {}

    static long execution(DelegateExecution execution) {
        return Long.parseLong(execution.getProcessBusinessKey());
    }
}
