package io.closeout.workflow.item;

import io.closeout.register.PoamId;
import io.closeout.workflow.ItemId;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The item that a process is about. */
final class ItemOf {

    private ItemOf() {}

    static PoamId execution(DelegateExecution execution) {
        return new PoamId(ItemId.of(execution));
    }
}
