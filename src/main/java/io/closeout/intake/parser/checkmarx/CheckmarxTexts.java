package io.closeout.intake.parser.checkmarx;

import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.LabelledLines;
import java.util.List;
import java.util.stream.Stream;

/** Texts that several formats of Checkmarx spell alike. */
final class CheckmarxTexts {

    private CheckmarxTexts() {}

    static List<String> links(String... links) {
        return Stream.of(links)
                .filter(link -> link.startsWith("http"))
                .distinct()
                .toList();
    }

    /** Where the data ends up; empty if the result has no way through the code. */
    static JsonValue sink(JsonValue result) {
        return result.items("nodes").reduce((earlier, last) -> last).orElse(JsonValue.NOTHING);
    }

    /** From where the data comes to where it ends up. */
    static LabelledLines way(JsonValue result) {
        JsonValue source = result.items("nodes").findFirst().orElse(JsonValue.NOTHING);
        JsonValue sink = sink(result);
        return new LabelledLines()
                .line("File", source.text("fileName"))
                .line("Line", source.text("line"))
                .line("Method", source.text("method"))
                .line("Ends in", sink.text("fileName"))
                .line("Line there", sink.text("line"))
                .line("Object", sink.text("name"));
    }

    /** Kind, name and version in one, as {@code Npm-underscore-1.10.2}. */
    static String packageName(String identifier) {
        int begin = identifier.indexOf('-');
        int end = identifier.lastIndexOf('-');
        return begin >= 0 && end > begin ? identifier.substring(begin + 1, end) : identifier;
    }

    static String packageVersion(String identifier) {
        int begin = identifier.indexOf('-');
        int end = identifier.lastIndexOf('-');
        return begin >= 0 && end > begin ? identifier.substring(end + 1) : "";
    }
}
