package io.closeout.intake.parser;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** CWE numbers in a text such as {@code CWE-79: Cross-site Scripting} or {@code external/cwe/cwe-079}. */
public final class CweList {

    private static final Pattern CWE = Pattern.compile("\\bcwe[-_:]\\s?0*(\\d{1,5})\\b", Pattern.CASE_INSENSITIVE);

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

    /** Of what is meant to be one number, with or without words around it; none for 0, -1 and the like. */
    public static List<String> ofNumber(String text) {
        String number =
                text.strip().startsWith("-") ? "" : text.replaceAll("\\D", "").replaceFirst("^0+", "");
        return number.isEmpty() || number.length() > 5 ? List.of() : List.of("CWE:" + number);
    }
}
