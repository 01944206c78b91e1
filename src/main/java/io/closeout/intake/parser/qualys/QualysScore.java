package io.closeout.intake.parser.qualys;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.ScanSink;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A base score, alone or with its vector: {@code 6.7 (AV:L/AC:L/PR:H/UI:N/S:U/C:H/I:H/A:H)}. */
record QualysScore(@Nullable Double base, @Nullable String vector) {

    static final QualysScore NONE = new QualysScore(null, null);

    private static final Pattern WITH_VECTOR = Pattern.compile("([\\d.]+)\\s*\\(([^)]*)\\)");

    /** What is no score is reported and left out. */
    static QualysScore of(String name, String text, String place, ScanSink sink) {
        String known = QualysWords.known(text);
        if (known.isEmpty()) {
            return NONE;
        }
        Matcher both = WITH_VECTOR.matcher(known);
        return both.matches()
                ? new QualysScore(CvssScores.score(name, both.group(1), place, sink), both.group(2))
                : new QualysScore(CvssScores.score(name, known, place, sink), null);
    }

    static CvssScores both(QualysScore v2, QualysScore v3) {
        return new CvssScores(v2.base(), v2.vector(), v3.base(), v3.vector(), null, null);
    }
}
