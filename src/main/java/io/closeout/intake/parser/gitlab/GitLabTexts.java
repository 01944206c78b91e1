package io.closeout.intake.parser.gitlab;

import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.LabelledLines;
import java.util.stream.Collectors;

/** What a result says to people. */
final class GitLabTexts {

    private static final String NO_SOLUTION = "No solution provided";

    private GitLabTexts() {}

    /** Since version 15 there is a name only, before that often a message only; some results have neither. */
    static String title(JsonValue result) {
        String title = result.firstText("name", "message");
        String identifier = result.items("identifiers")
                .map(each -> each.text("name"))
                .findFirst()
                .orElse("");
        return title.isEmpty() ? identifier : title.lines().findFirst().orElse(identifier);
    }

    static String solution(JsonValue result) {
        String solution = result.text("solution");
        return solution.equals(NO_SOLUTION) ? "" : solution;
    }

    static String output(JsonValue result, boolean rated) {
        JsonValue location = result.at("location");
        return new LabelledLines()
                .line("File", location.text("file"))
                .range(location.text("start_line"), location.text("end_line"))
                .line("Class", location.text("class"))
                .line("Method", location.text("method"))
                .line("Commit", location.text("commit", "sha"))
                .line("Address", location.text("hostname") + location.text("path"))
                .line("Parameter", location.text("param"))
                .line("Crash", location.text("crash_type"))
                .line("Confidence", result.text("confidence").replaceFirst("^Unknown$", ""))
                .line("Evidence", result.text("evidence", "summary"))
                .line("Marked", flags(result))
                .line("Severity", rated ? "" : "not rated by the scanner")
                .text();
    }

    /** Marks such as that of a likely false positive are the analyzer's guess, not a decision. */
    private static String flags(JsonValue result) {
        return result.items("flags")
                .map(flag -> flag.firstText("type", "description"))
                .filter(flag -> !flag.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
