package io.closeout.workflow;

import io.closeout.register.PoamId;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Which item a process is about: the business key of the item's own process, a variable of the process of a request. */
public final class ItemId {

    private ItemId() {}

    /** @throws IllegalStateException for a process that is not about one item */
    public static String of(DelegateExecution execution) {
        return find(execution)
                .orElseThrow(() -> new IllegalStateException(
                        "Process " + execution.getProcessDefinitionId() + " is not about an item"));
    }

    /** @throws OptimisticLockingException if another transaction ended the execution meanwhile: then its process cannot be told any more */
    public static Optional<String> find(DelegateExecution execution) {
        if (execution.getProcessInstance() == null) {
            throw new OptimisticLockingException("Execution " + execution.getId() + " was ended meanwhile");
        }
        String key = execution.getProcessBusinessKey();
        return isItem(key)
                ? Optional.of(key)
                : Optional.ofNullable((String) execution.getVariable(RemediatePoamItem.VARIABLE_ITEM_ID));
    }

    /** Whether a business key is the id of an item, and not of a request. */
    public static boolean isItem(String businessKey) {
        return PoamId.isOne(businessKey);
    }
}
