package io.closeout.register;

import java.util.regex.Pattern;

/**
 * Text in CSV cells that no spreadsheet takes for a formula: what begins with {@code = + - @}, tab or return gets an apostrophe in
 * front, which is taken off again on the way in (OWASP, CSV injection).
 */
final class SafeCell {

    /** With any apostrophes in front, so that a text that has one of its own comes back as it was. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private SafeCell() {}

    static String out(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    static String in(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
