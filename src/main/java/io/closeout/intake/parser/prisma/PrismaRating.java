package io.closeout.intake.parser.prisma;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.ScoreList;
import io.closeout.intake.parser.dependency.SeverityScale;
import io.closeout.shared.Severity;

/** Prisma Cloud, "Vulnerability severities": it takes over the words of the vendors of packages. */
final class PrismaRating {

    static final String SCANNER = "prisma-cloud";

    static final SeverityScale SCALE = SeverityScale.ofFour()
            .with(Severity.HIGH, "important")
            .with(Severity.MEDIUM, "moderate")
            .with(Severity.LOW, "negligible", "unimportant");

    private PrismaRating() {}

    /** The score is of version 3 unless its vector says otherwise. */
    static CvssScores scores(String place, String score, String vector, ScanSink sink) {
        return new ScoreList(place, sink)
                .offer(vector.isEmpty() ? "3" : "", score, vector)
                .scores();
    }
}
