package io.closeout.intake.parser;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Names at the beginning of a JSON file with their first short texts, by path: {@code runs[].tool.driver.name}. */
final class JsonShape {

    private static final int DEPTH = 6;
    private static final int TEXT = 200;

    private final Map<String, String> texts = new HashMap<>();

    private JsonShape() {}

    /** @return empty if the bytes do not begin as a JSON object or array */
    static Optional<JsonShape> of(byte[] head) {
        JsonShape shape = new JsonShape();
        try (HardenedJson json = HardenedJson.open(new ByteArrayInputStream(head))) {
            while (json.next() && (json.isObject() || json.isArray())) {
                shape.note(json, "", 0);
            }
        } catch (ScanUnreadable | IOException endOfTheBeginning) {
            // what was found before it counts
        }
        return shape.texts.isEmpty() ? Optional.empty() : Optional.of(shape);
    }

    private void note(HardenedJson json, String path, int depth) throws IOException {
        String text = json.text();
        texts.putIfAbsent(path, text.length() > TEXT ? "" : text);
        if (depth == DEPTH) {
            return;
        }
        if (json.isObject()) {
            json.members(name -> note(json, path.isEmpty() ? name : path + "." + name, depth + 1));
        } else if (json.isArray()) {
            json.elements(() -> note(json, path + "[]", depth + 1));
        }
    }

    boolean has(String path) {
        return texts.containsKey(path);
    }

    /** Empty for what is no short text or number. */
    String text(String path) {
        return texts.getOrDefault(path, "");
    }
}
