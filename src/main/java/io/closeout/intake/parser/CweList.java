package io.closeout.intake.parser;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** CWE numbers in a text such as {@code CWE-79: Cross-site Scripting} or {@code external/cwe/cwe-079}. */
public final class CweList {

    private static final Pattern CWE = Pattern.compile("\\bcwe[-_:]\\s?0*(\\d{1,5})\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern SEPARATOR = Pattern.compile("[\\s,;|]+");

    /** Spreadsheets write {@code 79.0}. */
    private static final Pattern NUMBER = Pattern.compile("(cwe[-_:]?)?\\d{1,5}(\\.0)?", Pattern.CASE_INSENSITIVE);

    private CweList() {}

    /** As cross references such as {@code CWE:79}, in the order of the text, without repetition. */
    public static List<String> in(String text) {
        return CWE.matcher(text)
                .results()
                .map(MatchResult::group)
                .flatMap(cwe -> ofNumber(cwe).stream())
                .distinct()
                .toList();
    }

    /** Of a field for numbers alone, such as {@code 79}, {@code 89 CWE-79 22} or {@code CWE-79: Cross-site Scripting}. */
    public static List<String> ofNumbers(String text) {
        List<String> parts =
                SEPARATOR.splitAsStream(text).filter(part -> !part.isEmpty()).toList();
        if (parts.stream().allMatch(part -> NUMBER.matcher(part).matches())) {
            return parts.stream()
                    .flatMap(part -> ofNumber(part.replaceFirst("\\.0$", "")).stream())
                    .distinct()
                    .toList();
        }
        List<String> named = in(text);
        return named.isEmpty() ? ofNumber(parts.get(0)) : named;
    }

    /** Of what is meant to be one number, with or without words around it; none for 0, -1 and the like. */
    public static List<String> ofNumber(String text) {
        String number =
                text.strip().startsWith("-") ? "" : text.replaceAll("\\D", "").replaceFirst("^0+", "");
        return number.isEmpty() || number.length() > 5 ? List.of() : List.of("CWE:" + number);
    }
}
