package io.closeout.workflow.forms;

import io.closeout.workflow.FormFacts;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.form.FormDataImpl;
import org.camunda.bpm.engine.impl.form.FormFieldImpl;
import org.camunda.bpm.engine.impl.form.handler.DefaultTaskFormHandler;
import org.camunda.bpm.engine.impl.form.type.StringFormType;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.impl.value.AbstractTypedValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;

/**
 * The form of a user task: shows {@code item} as the register has it now, and gives what is submitted to the task's
 * listeners for this one transaction. Nothing of it becomes a process variable, so nobody can answer a gateway.
 */
class ItemForm extends DefaultTaskFormHandler {

    private final Supplier<FormFacts> facts;

    ItemForm(Supplier<FormFacts> facts) {
        this.facts = facts;
    }

    @Override
    public TaskFormData createTaskForm(TaskEntity task) {
        TaskFormData form = super.createTaskForm(task);
        String itemId = task.getExecution().getProcessBusinessKey();
        if (itemId != null) {
            ((FormDataImpl) form).getFormFields().add(new ItemField(itemId, facts));
        }
        return form;
    }

    @Override
    public void submitFormVariables(VariableMap submitted, VariableScope task) {
        submitted.keySet().forEach(name -> task.setVariableLocal(name, transientOf(submitted.getValueTyped(name))));
    }

    private static TypedValue transientOf(TypedValue value) {
        if (value instanceof AbstractTypedValue<?> typed) {
            typed.setTransient(true);
            return typed;
        }
        return Variables.untypedValue(value.getValue(), true);
    }

    /** Read only when the form's variables are asked for, not each time the form is named. */
    private static class ItemField extends FormFieldImpl {

        private final String itemId;
        private final Supplier<FormFacts> facts;

        ItemField(String itemId, Supplier<FormFacts> facts) {
            this.itemId = itemId;
            this.facts = facts;
            setId("item");
            setType(new StringFormType());
        }

        @Override
        public TypedValue getValue() {
            Map<String, Object> item = facts.get().itemFacts(itemId);
            return SpinValues.jsonValue(Spin.JSON(item).toString()).create();
        }
    }
}
