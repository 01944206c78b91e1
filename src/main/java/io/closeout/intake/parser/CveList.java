package io.closeout.intake.parser;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** CVE ids in a text, whatever separates them. */
public final class CveList {

    private static final Pattern CVE = Pattern.compile("\\bCVE-\\d{4}-\\d{4,19}\\b", Pattern.CASE_INSENSITIVE);

    private CveList() {}

    /** In the order of the text, in capitals, without repetition. */
    public static List<String> in(String text) {
        return CVE.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(cve -> cve.toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
