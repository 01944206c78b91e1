package io.closeout.intake.parser.dependency;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.ScanSink;
import org.jspecify.annotations.Nullable;

/** Of several scores for one weakness the first of each version of CVSS counts; whoever knows best is to be offered first. */
public final class ScoreList {

    private final String place;
    private final ScanSink sink;
    private @Nullable Double v2;
    private @Nullable Double v3;
    private @Nullable Double v4;
    private @Nullable String v2Vector;
    private @Nullable String v3Vector;
    private @Nullable String v4Vector;

    /** @param place to name beside what is no score */
    public ScoreList(String place, ScanSink sink) {
        this.place = place;
        this.sink = sink;
    }

    /**
     * The vector tells the version, else the text does.
     *
     * @param version such as {@code 3.1} or {@code CVSSv31}; may be empty, which with a vector without a name is version 2
     * @param score empty to take what the vector says; nought without a vector says that there is none
     */
    public ScoreList offer(String version, String score, String vector) {
        String digits = version.replaceAll("\\D", "");
        if (vector.startsWith("CVSS:4") || (vector.isEmpty() && digits.startsWith("4"))) {
            offerV4(score, vector);
        } else if (vector.startsWith("CVSS:3") || digits.startsWith("3")) {
            offerV3(score, vector);
        } else if (!vector.isEmpty() || digits.startsWith("2")) {
            offerV2(score, vector);
        }
        return this;
    }

    public ScoreList offerV2(String score, String vector) {
        if (v2 == null && isGiven(score, vector)) {
            v2 = CvssScores.score("CVSS v2", score, place, sink);
            v2Vector = orNull(vector);
        }
        return this;
    }

    public ScoreList offerV3(String score, String vector) {
        if (v3 == null && isGiven(score, vector)) {
            v3 = score.isEmpty() ? CvssV3.baseScore(vector) : CvssScores.score("CVSS v3", score, place, sink);
            v3Vector = orNull(vector);
        }
        return this;
    }

    public ScoreList offerV4(String score, String vector) {
        if (v4 == null && isGiven(score, vector)) {
            v4 = CvssScores.score("CVSS v4", score, place, sink);
            v4Vector = orNull(vector);
        }
        return this;
    }

    private static boolean isGiven(String score, String vector) {
        return !vector.isEmpty() || !score.replaceAll("[0.]", "").isEmpty();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    public CvssScores scores() {
        return new CvssScores(v2, v2Vector, v3, v3Vector, v4, v4Vector);
    }
}
