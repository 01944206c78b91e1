package io.closeout.workflow.forms;

import io.closeout.shared.Shortened;
import io.closeout.workflow.FormFacts;
import io.closeout.workflow.ItemId;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * The name of a task: what the model calls it and what the item or the request is about, so that a list of twenty triages can be told apart.
 * Tasklist's own list shows nothing else of an item but process variables, and those hold no copy of the register.
 */
class NamedAfterItem implements Expression {

    /** {@code ACT_RU_TASK.NAME_} takes no more characters. */
    private static final int LONGEST = 255;

    private final String step;
    private final Supplier<FormFacts> facts;

    NamedAfterItem(String step, Supplier<FormFacts> facts) {
        this.step = step;
        this.facts = facts;
    }

    @Override
    public String getExpressionText() {
        return step;
    }

    @Override
    public boolean isLiteralText() {
        return false;
    }

    @Override
    public Object getValue(VariableScope scope) {
        if (!(scope instanceof DelegateExecution execution) || execution.getProcessBusinessKey() == null) {
            return step;
        }
        return subject(execution)
                .map(subject -> Shortened.to(LONGEST, step + ": " + subject))
                .orElse(step);
    }

    private Optional<String> subject(DelegateExecution execution) {
        return ItemId.find(execution).map(facts.get()::title).or(() -> requestTitle(execution));
    }

    private Optional<String> requestTitle(DelegateExecution execution) {
        String process = ((ExecutionEntity) execution).getProcessDefinition().getKey();
        return facts.get().requests(process).flatMap(requests -> requests.title(execution.getProcessBusinessKey()));
    }

    @Override
    public void setValue(Object value, VariableScope scope) {
        throw new UnsupportedOperationException("The name of a task is not set by a model.");
    }
}
