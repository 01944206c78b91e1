package io.closeout.workflow;

import io.closeout.register.PoamId;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Which item a process is about: the business key of the item's own process, a variable of the process of a request. */
public final class ItemId {

    private ItemId() {}

    public static String of(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        return isItem(key) ? key : (String) execution.getVariable(RemediatePoamItem.VARIABLE_ITEM_ID);
    }

    /** Whether a business key is the id of an item, and not of a request. */
    public static boolean isItem(String businessKey) {
        return PoamId.isOne(businessKey);
    }
}
