package io.closeout.shared;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Text that a scanner broke into lines of its own width, as paragraphs that a page or form breaks anew. A line break goes
 * only where the next word would not have fitted; blank lines, lists and indented lines stay as they are. Only for showing:
 * what is kept and exported is the scanner's text.
 */
public final class Paragraphs {

    /** Characters; shorter lines were ended on purpose, such as those of an address. */
    private static final int NARROWEST = 50;
    /** Characters; a text with longer lines was not broken to a width. */
    private static final int WIDEST = 120;

    private static final Pattern STARTS_ANEW = Pattern.compile("\\s.*|[-*•>|].*|\\(?\\w{1,2}[.)]\\s.*");

    private Paragraphs() {}

    public static String reflowed(String text) {
        List<String> lines = text.lines().toList();
        int width = lines.stream().mapToInt(String::length).max().orElse(0);
        if (width > WIDEST) {
            return text;
        }
        StringBuilder flowing = new StringBuilder();
        String before = "";
        for (String line : lines) {
            boolean goesOn = goesOn(before, line, Math.max(width, NARROWEST));
            flowing.append(flowing.isEmpty() ? "" : goesOn ? " " : "\n").append(line.stripTrailing());
            before = line.stripTrailing();
        }
        return flowing.toString();
    }

    private static boolean goesOn(String before, String line, int width) {
        return !before.isBlank()
                && !line.isBlank()
                && !STARTS_ANEW.matcher(line).matches()
                && before.length() + 1 + line.split("\\s", 2)[0].length() > width;
    }
}
