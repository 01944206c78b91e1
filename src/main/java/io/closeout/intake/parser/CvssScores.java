package io.closeout.intake.parser;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Base scores (0.0 to 10.0) and vectors as the file gives them; vectors keep the scanner's spelling. */
public record CvssScores(
        @Nullable Double v2,
        @Nullable String v2Vector,
        @Nullable Double v3,
        @Nullable String v3Vector,
        @Nullable Double v4,
        @Nullable String v4Vector) {

    public static final CvssScores NONE = new CvssScores(null, null, null, null, null, null);

    private static final Pattern SCORE = Pattern.compile("10(\\.0+)?|\\d(\\.\\d+)?");

    /**
     * Reads one score. What is no score from 0.0 to 10.0 is reported and left out.
     *
     * @param name of the score, for the report
     * @param text empty for none
     */
    public static @Nullable Double score(String name, String text, String place, ScanSink sink) {
        if (text.isEmpty()) {
            return null;
        }
        if (!SCORE.matcher(text).matches()) {
            sink.skipped(new Skipped(place, name + " \"" + text + "\" is no score from 0.0 to 10.0"));
            return null;
        }
        return Double.valueOf(text);
    }
}
