package io.closeout.workflow.forms;

import io.closeout.workflow.FormFacts;
import io.closeout.workflow.ItemId;
import io.closeout.workflow.RequestFacts;
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
 * The form of a user task: shows {@code item} where the process is about one, and {@code request} where one is decided, as they stand
 * now, fills fields that have a value already, and gives what is submitted to the task's listeners for this one transaction. Nothing of it becomes a process variable, so nobody can answer a gateway.
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
            List<FormField> fields = ((FormDataImpl) form).getFormFields();
            ItemId.find(execution).ifPresent(item -> showItem(item, task.getId(), fields));
            facts.get()
                    .requests(execution.getProcessDefinition().getKey())
                    .ifPresent(requests -> showRequest(requests, key, fields));
        }
        return form;
    }

    private void showItem(String id, String taskId, List<FormField> fields) {
        show("item", () -> facts.get().itemFacts(id, taskId), TaskForms.PREFILLED, fields);
    }

    private static void showRequest(RequestFacts requests, String id, List<FormField> fields) {
        show("request", () -> requests.facts(id), requests.prefilled(), fields);
    }

    private static void show(
            String name, Supplier<Map<String, Object>> shown, List<String> prefilled, List<FormField> fields) {
        Supplier<Map<String, Object>> once = SingletonSupplier.of(shown);
        fields.add(new Shown(name, () -> json(once.get())));
        prefilled.forEach(key -> fields.add(new Shown(key, () -> prefilled(once.get(), key))));
    }

    /** Inputs of Camunda Forms take no expression as default, but Tasklist fills each from the variable of its key. */
    private static TypedValue prefilled(Map<String, Object> shown, String key) {
        Object value = shown.get(FormFacts.DEFAULTS) instanceof Map<?, ?> defaults ? defaults.get(key) : null;
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
