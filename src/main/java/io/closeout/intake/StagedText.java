package io.closeout.intake;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.register.CheckDigest;
import io.closeout.shared.Severity;
import io.closeout.shared.Shortened;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a scanner says of one of its checks, cut to what our columns hold. */
record StagedText(
        String title,
        String description,
        String solution,
        String references,
        String cves,
        Severity severity,
        @Nullable BigDecimal cvss,
        @Nullable String cvssVector,
        String scannerSeverity,
        String family,
        boolean localCheck) {

    static StagedText of(ScanRecord record) {
        CvssScores cvss = record.cvss();
        Score score = Stream.of(
                        new Score(cvss.v3(), cvss.v3Vector()),
                        new Score(cvss.v4(), cvss.v4Vector()),
                        new Score(cvss.v2(), cvss.v2Vector()))
                .filter(each -> each.base() != null)
                .findFirst()
                .orElse(new Score(null, null));
        return new StagedText(
                Shortened.to(
                        500,
                        record.title().isBlank() ? "Check " + record.sighting().checkId() : record.title()),
                Stream.of(record.synopsis(), record.description())
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining("\n\n")),
                record.solution(),
                Stream.concat(record.seeAlso().stream(), record.crossReferences().stream())
                        .collect(Collectors.joining("\n")),
                String.join(" ", record.cves()),
                record.severity(),
                score.base() == null ? null : BigDecimal.valueOf(score.base()).setScale(1, RoundingMode.HALF_UP),
                score.vector() == null ? null : Shortened.to(200, score.vector()),
                record.sighting().scannerSeverity().name(),
                Shortened.to(200, record.family()),
                record.type() == ScanRecord.CheckType.LOCAL);
    }

    private record Score(@Nullable Double base, @Nullable String vector) {}

    /** What the check looks for, see {@link CheckDigest}. */
    String digest() {
        return CheckDigest.of(title, cves);
    }

    /** Sets the eleven columns from {@code title} to {@code local_check}. */
    void fill(PreparedStatement statement, int first) throws SQLException {
        statement.setString(first, title);
        statement.setString(first + 1, description);
        statement.setString(first + 2, solution);
        statement.setString(first + 3, references);
        statement.setString(first + 4, cves);
        statement.setString(first + 5, severity.name());
        statement.setBigDecimal(first + 6, cvss);
        statement.setString(first + 7, cvssVector);
        statement.setString(first + 8, scannerSeverity);
        statement.setString(first + 9, family);
        statement.setBoolean(first + 10, localCheck);
    }
}
