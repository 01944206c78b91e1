package io.closeout.intake.parser.dependency;

import io.closeout.intake.parser.CvssScores;
import io.closeout.policy.Rating;
import io.closeout.shared.Severity;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The words of one tool, without case. Words by which a tool says that nobody rated leave the matter to the scores. */
public final class SeverityScale {

    private final Map<String, Severity> words = new HashMap<>();
    private final Set<String> unrated = new TreeSet<>(Set.of(""));

    private SeverityScale() {}

    /** Critical, high, medium and low, which all tools know. */
    public static SeverityScale ofFour() {
        return new SeverityScale()
                .with(Severity.CRITICAL, "critical")
                .with(Severity.HIGH, "high")
                .with(Severity.MEDIUM, "medium")
                .with(Severity.LOW, "low");
    }

    /** The same scale with more words. */
    public SeverityScale with(Severity severity, String... more) {
        SeverityScale scale = copy();
        Arrays.stream(more).forEach(word -> scale.words.put(word, severity));
        return scale;
    }

    /** The same scale with words that say that nobody rated; the empty word is one already. */
    public SeverityScale unrated(String... more) {
        SeverityScale scale = copy();
        scale.unrated.addAll(Arrays.asList(more));
        return scale;
    }

    private SeverityScale copy() {
        SeverityScale scale = new SeverityScale();
        scale.words.putAll(words);
        scale.unrated.addAll(unrated);
        return scale;
    }

    boolean isUnrated(String word) {
        return unrated.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Null if the word is unknown, or says nothing and no score does. */
    @Nullable
    Severity rate(String word, CvssScores scores) {
        if (!isUnrated(word)) {
            return words.get(word.toLowerCase(Locale.ROOT));
        }
        return scores.v2() == null && scores.v3() == null && scores.v4() == null
                ? null
                : Rating.of(Severity.LOW, scores.v2(), scores.v3(), scores.v4());
    }
}
