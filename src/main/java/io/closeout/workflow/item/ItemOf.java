package io.closeout.workflow.item;

import io.closeout.register.PoamId;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The business key of the process is the item id. */
final class ItemOf {

    private ItemOf() {}

    static PoamId execution(DelegateExecution execution) {
        return new PoamId(execution.getProcessBusinessKey());
    }
}
