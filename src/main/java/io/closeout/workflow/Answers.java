package io.closeout.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.closeout.shared.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/**
 * What a person submitted with a task, as the types that services want. Callers other than Tasklist may send anything, so
 * every answer is checked here and refused in plain words.
 */
public final class Answers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final VariableScope task;

    public Answers(VariableScope task) {
        this.task = task;
    }

    @Nullable
    public String text(String name) {
        Object value = task.getVariable(name);
        String text = value == null ? "" : value.toString().strip();
        return text.isEmpty() ? null : text;
    }

    public String requiredText(String name, String otherwise) {
        return Optional.ofNullable(text(name)).orElseThrow(() -> Refused.because(otherwise));
    }

    /** The form fields send words such as {@code yes}, {@code approve}; a checkbox sends true. */
    public boolean isYes(String name, String yes, String no) {
        String answer = requiredText(name, "Answer \"" + name + "\" with " + yes + " or " + no + ".")
                .toLowerCase(Locale.ROOT);
        if (!answer.equals(yes) && !answer.equals(no) && !answer.equals("true") && !answer.equals("false")) {
            throw Refused.because(
                    "\"" + answer + "\" is no answer to \"" + name + "\": use " + yes + " or " + no + ".");
        }
        return answer.equals(yes) || answer.equals("true");
    }

    @Nullable
    public LocalDate date(String name, String label) {
        return parsedDate(text(name), label);
    }

    @Nullable
    public BigDecimal number(String name, String label) {
        String text = text(name);
        try {
            return text == null ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw Refused.because("\"" + text + "\" is no number. Give the " + label + " as a number such as 2.5.");
        }
    }

    public <E extends Enum<E>> @Nullable E choice(String name, Class<E> type, String label) {
        String text = text(name);
        try {
            return text == null ? null : Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            String words =
                    Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
            throw Refused.because("\"" + text + "\" is not a known " + label + ". Use one of: " + words + ".");
        }
    }

    /** A list that a form sends as JSON; empty if there is none. */
    public List<JsonNode> list(String name, String label) {
        String text = text(name);
        if (text == null) {
            return List.of();
        }
        try {
            JsonNode list = JSON.readTree(text);
            if (list.isArray()) {
                return StreamSupport.stream(list.spliterator(), false).toList();
            }
        } catch (JsonProcessingException notJson) {
            throw unreadable(label);
        }
        throw unreadable(label);
    }

    private static Refused unreadable(String label) {
        return Refused.because("The " + label + " cannot be read. Send them as a JSON list.");
    }

    public static @Nullable LocalDate parsedDate(@Nullable String text, String label) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw Refused.because(
                    "\"" + text + "\" is no date. Give the " + label + " as year-month-day, such as 2026-12-24.");
        }
    }
}
