package io.closeout.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.closeout.shared.Refused;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.util.StringUtils;

/**
 * What a person submitted with a task, for its complete listener. The values live for this transaction only; what a
 * gateway shall ask is set with {@link #answer}, also where a field has the same name.
 */
public record TaskForm(DelegateTask task) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DATE_LENGTH = "2026-01-31".length();

    public static TaskForm of(DelegateTask task) {
        return new TaskForm(task);
    }

    /** The process's business key. */
    public String itemId() {
        return task.getExecution().getProcessBusinessKey();
    }

    /** Trimmed; empty if the field is blank. */
    public Optional<String> text(String field) {
        return Optional.ofNullable(task.getVariableLocal(field))
                .map(Object::toString)
                .map(String::trim)
                .filter(StringUtils::hasText);
    }

    /** @throws Refused naming the field by its label */
    public String required(String field, String label) {
        return text(field).orElseThrow(() -> Refused.because("Fill in \"" + label + "\"."));
    }

    /** @throws Refused if it is no date */
    public Optional<LocalDate> date(String field, String label) {
        try {
            return text(field)
                    .map(text -> text.substring(0, Math.min(DATE_LENGTH, text.length())))
                    .map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw Refused.because("\"" + label + "\" is not a date. Write it as 2026-01-31.");
        }
    }

    /** @throws Refused if it is no number */
    public Optional<Double> number(String field, String label) {
        try {
            return text(field).map(Double::valueOf);
        } catch (NumberFormatException e) {
            throw Refused.because("\"" + label + "\" is not a number.");
        }
    }

    /** A list or group of the form; a missing node if nothing was submitted. */
    public JsonNode json(String field) {
        try {
            return JSON.readTree(text(field).orElse(""));
        } catch (JsonProcessingException e) {
            throw Refused.because("The list \"" + field + "\" cannot be read.");
        }
    }

    /** Sets a process variable, which a gateway asks. */
    public void answer(String variable, Object value) {
        task.getExecution().setVariable(variable, value);
    }
}
