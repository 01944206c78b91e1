package io.closeout.reporting.excel;

import java.util.regex.Pattern;

/** Text as a cell can hold it, whatever a scanner or a person wrote. */
final class CellText {

    /** "Total number of characters that a cell can contain": Excel specifications and limits. */
    static final int LONGEST = 32_767;

    static final String CUT = " … [cut]";

    /** Excel reads {@code _x0041_} as the letter A (ECMA-376 part 1, 22.9.2.19 ST_Xstring). */
    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private CellText() {}

    /** Without characters that XML cannot hold, line ends as Excel writes them, and cut with a mark if it is too long. */
    static String of(String text) {
        String clean = isPlain(text) ? text : withoutForbidden(text);
        if (clean.contains("_x")) {
            clean = LOOKS_ESCAPED.matcher(clean).replaceAll("_x005F_");
        }
        return clean.length() <= LONGEST ? clean : cut(clean);
    }

    /** Would become a formula if somebody typed it, so it must stay text when somebody edits it. */
    static boolean looksLikeFormula(String text) {
        if (text.isEmpty()) {
            return false;
        }
        return switch (text.charAt(0)) {
            case '=', '+', '-', '@', '\t' -> true;
            default -> false;
        };
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\t' || c >= Character.MIN_SURROGATE) {
                return false;
            }
        }
        return true;
    }

    private static String withoutForbidden(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(CellText::isXmlCharacter)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** XML 1.0, production 2. Half a surrogate pair is none. */
    private static boolean isXmlCharacter(int codePoint) {
        return codePoint == '\n'
                || codePoint == '\t'
                || codePoint >= ' ' && codePoint < Character.MIN_SURROGATE
                || codePoint > Character.MAX_SURROGATE && codePoint < 0xFFFE
                || codePoint > 0xFFFF;
    }

    private static String cut(String text) {
        int end = LONGEST - CUT.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
    }
}
