package io.closeout.workflow.forms;

import io.closeout.workflow.FormFacts;
import io.closeout.workflow.ItemId;
import io.closeout.workflow.TaskForms;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.FormField;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.form.FormDataImpl;
import org.camunda.bpm.engine.impl.form.FormFieldImpl;
import org.camunda.bpm.engine.impl.form.handler.DefaultTaskFormHandler;
import org.camunda.bpm.engine.impl.form.type.StringFormType;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.impl.value.AbstractTypedValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.util.function.SingletonSupplier;

/**
 * The form of a user task: shows {@code item}, and {@code request} where one is decided, as they stand now, fills fields that have a value
 * already, and gives what is submitted to the task's
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
        ExecutionEntity execution = task.getExecution();
        String key = execution.getProcessBusinessKey();
        if (key != null) {
            String itemId = ItemId.of(execution);
            List<FormField> fields = ((FormDataImpl) form).getFormFields();
            show(SingletonSupplier.of(() -> facts.get().itemFacts(itemId, task.getId())), fields);
            if (!ItemId.isItem(key)) {
                String process = execution.getProcessDefinition().getKey();
                fields.add(new Shown("request", () -> json(facts.get().requestFacts(process, key))));
            }
        }
        return form;
    }

    private static void show(Supplier<Map<String, Object>> item, List<FormField> fields) {
        fields.add(new Shown("item", () -> json(item.get())));
        TaskForms.PREFILLED.forEach(key -> fields.add(new Shown(key, () -> prefilled(item.get(), key))));
    }

    /** Inputs of Camunda Forms take no expression as default, but Tasklist fills each from the variable of its key. */
    private static TypedValue prefilled(Map<String, Object> item, String key) {
        Object value = item.get(FormFacts.DEFAULTS) instanceof Map<?, ?> defaults ? defaults.get(key) : null;
        return value instanceof List<?> list ? json(list) : Variables.untypedValue(value);
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

    private static TypedValue json(Object value) {
        return SpinValues.jsonValue(Spin.JSON(value).toString()).create();
    }

    /** A value of the form. What it holds is asked only with the form's variables, not each time the form is named. */
    private static class Shown extends FormFieldImpl {

        private final Supplier<TypedValue> shown;

        Shown(String id, Supplier<TypedValue> shown) {
            this.shown = shown;
            setId(id);
            setType(new StringFormType());
        }

        @Override
        public TypedValue getValue() {
            return shown.get();
        }
    }
}
