package io.closeout.intake.parser;

import java.util.ArrayList;
import java.util.List;

/** An output of lines such as {@code Lines: 12 to 14}; a line without a text is left out. */
public final class LabelledLines {

    private final List<String> lines = new ArrayList<>();

    public LabelledLines line(String label, String text) {
        if (!text.isBlank()) {
            lines.add(label + ": " + text.strip());
        }
        return this;
    }

    /** Code, or another text of several lines, below its label. */
    public LabelledLines block(String label, String text) {
        if (!text.isBlank()) {
            lines.add(label + ":\n" + text.stripTrailing());
        }
        return this;
    }

    /** From one line of a file to another; the end may be empty. */
    public LabelledLines range(String start, String end) {
        return start.isEmpty() || end.isEmpty() || start.equals(end)
                ? line("Line", start)
                : line("Lines", start + " to " + end);
    }

    public String text() {
        return String.join("\n", lines);
    }
}
