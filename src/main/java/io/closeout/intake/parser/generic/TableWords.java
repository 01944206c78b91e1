package io.closeout.intake.parser.generic;

import io.closeout.shared.Severity;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What words of a table mean, beside those that everybody knows. Words are compared without case.
 *
 * @param severities what the table's own words for severities mean
 * @param leftOut words for severities whose entries are no findings
 * @param ended words of the state that mean that a finding is over
 * @param order of days
 */
public record TableWords(Map<String, Severity> severities, Set<String> leftOut, Set<String> ended, DateOrder order) {

    static final TableWords USUAL = new TableWords(Map.of(), Set.of(), Set.of(), DateOrder.YEAR_MONTH_DAY);

    public TableWords {
        Map<String, Severity> plain = new TreeMap<>();
        severities.forEach((word, severity) -> plain.put(plain(word), severity));
        severities = plain;
        leftOut = plain(leftOut);
        ended = plain(ended);
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    private static Set<String> plain(Set<String> words) {
        Set<String> plain = new TreeSet<>();
        words.forEach(word -> plain.add(plain(word)));
        return plain;
    }

    /** What everybody means by a word; null for others. */
    public static @Nullable Severity usual(String word) {
        return ListedFinding.severity(word);
    }

    /** Null for a word of which nobody said what it means. */
    @Nullable
    Severity severity(String word) {
        Severity own = severities.get(plain(word));
        return own == null ? ListedFinding.severity(word) : own;
    }

    boolean leavesOut(String severity) {
        return leftOut.contains(plain(severity));
    }

    boolean isEnd(String state) {
        return ended.contains(plain(state));
    }
}
