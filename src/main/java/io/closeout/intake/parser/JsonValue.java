package io.closeout.intake.parser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A value of a JSON file, held as a whole. What is not there, or null, reads as empty; a path leads from name to name. */
public final class JsonValue {

    /** What is not there. */
    public static final JsonValue NOTHING = new JsonValue(MissingNode.getInstance());

    private final JsonNode node;

    JsonValue(JsonNode node) {
        this.node = node;
    }

    /** A value that is not there. */
    public static JsonValue empty() {
        return new JsonValue(MissingNode.getInstance());
    }

    /** NUL is left out, since no text column holds it. */
    static String clean(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }

    public boolean has(String... path) {
        return !at(path).isEmpty();
    }

    /** Neither there nor anything but null. */
    public boolean isEmpty() {
        return node.isMissingNode() || node.isNull();
    }

    public boolean isObject() {
        return node.isObject();
    }

    public boolean isArray() {
        return node.isArray();
    }

    public JsonValue at(String... path) {
        JsonNode end = node;
        for (String name : path) {
            end = end.path(name);
        }
        return new JsonValue(end);
    }

    /** A text, number, true or false as text without surrounding blanks; empty for all else. */
    public String text(String... path) {
        JsonNode end = at(path).node;
        return end.isValueNode() && !end.isNull() ? clean(end.asText()).strip() : "";
    }

    /** The first of these members that has a text. */
    public String firstText(String... names) {
        return Arrays.stream(names)
                .map(this::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The texts of an array, without empty ones; a single text is an array of one. */
    public List<String> texts(String... path) {
        JsonValue end = at(path);
        Stream<JsonValue> all = end.isArray() ? end.items() : Stream.of(end);
        return all.map(JsonValue::text).filter(text -> !text.isEmpty()).toList();
    }

    /** Elements of the array at the path; none if there is no array. */
    public Stream<JsonValue> items(String... path) {
        JsonNode end = at(path).node;
        return end.isArray() ? StreamSupport.stream(end.spliterator(), false).map(JsonValue::new) : Stream.empty();
    }

    /** Members of the object at the path, in their order; none if there is no object. */
    public Stream<Map.Entry<String, JsonValue>> members(String... path) {
        return at(path).node.properties().stream()
                .map(member -> Map.entry(member.getKey(), new JsonValue(member.getValue())));
    }

    /** Null if there is no number, or no text that is one. */
    public @Nullable Double number(String... path) {
        String text = text(path);
        try {
            return text.isEmpty() ? null : Double.valueOf(text);
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    /** As JSON in one line. */
    @Override
    public String toString() {
        return node.toString();
    }

    /** Members with a text as {@code name: text}, one a line, for showing. */
    public String lines(String... path) {
        return members(path)
                .filter(member -> !member.getValue().text().isEmpty())
                .map(member -> member.getKey() + ": " + member.getValue().text())
                .collect(Collectors.joining("\n"));
    }
}
