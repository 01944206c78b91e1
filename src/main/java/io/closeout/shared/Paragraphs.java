package io.closeout.shared;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Text that a scanner broke into lines of its own width, as paragraphs that a page or form breaks anew. A line break goes
 * only where the next word would not have fitted, or a sentence clearly goes on; blank lines, lists and indented lines stay as they are. Only for showing:
 * what is kept and exported is the scanner's text.
 */
public final class Paragraphs {

    /** Characters; shorter lines were ended on purpose, such as those of an address. */
    private static final int NARROWEST = 50;
    /** Characters; a text with longer lines was not broken to one width, though perhaps within a sentence. */
    private static final int WIDEST = 120;

    private static final Pattern STARTS_ANEW = Pattern.compile("\\s.*|[-*•>|].*|\\(?\\w{1,2}[.)]\\s.*");

    private static final Pattern ENDS_WITHIN = Pattern.compile("[\\p{L}\\p{N},]$");

    private Paragraphs() {}

    public static String reflowed(String text) {
        List<String> lines = text.lines().toList();
        int width = lines.stream().mapToInt(String::length).max().orElse(0);
        StringBuilder flowing = new StringBuilder();
        String before = "";
        for (String line : lines) {
            boolean goesOn = goesOn(before, line, width);
            flowing.append(flowing.isEmpty() ? "" : goesOn ? " " : "\n").append(line.stripTrailing());
            before = line.stripTrailing();
        }
        return flowing.toString();
    }

    private static boolean goesOn(String before, String line, int width) {
        return !before.isBlank()
                && !line.isBlank()
                && !STARTS_ANEW.matcher(line).matches()
                && (width > WIDEST ? isWithinSentence(before, line) : wouldNotFit(before, line, width));
    }

    private static boolean wouldNotFit(String before, String line, int width) {
        return before.length() + 1 + line.split("\\s", 2)[0].length() > Math.max(width, NARROWEST);
    }

    private static boolean isWithinSentence(String before, String line) {
        return before.length() >= NARROWEST
                && Character.isLowerCase(line.charAt(0))
                && ENDS_WITHIN.matcher(before).find();
    }
}
