package io.closeout.intake.web.byhand;

import io.closeout.evidence.WrittenEvidence;
import io.closeout.intake.byhand.FindingSource;
import io.closeout.intake.byhand.ReportedFinding;
import io.closeout.policy.Track;
import io.closeout.shared.Severity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.web.multipart.MultipartFile;

/**
 * A finding as its page sends it.
 *
 * @param assets one a line, as {@code newAssets}
 * @param cves separated by blanks or commas, as {@code requirements}
 * @param file evidence, or {@code link}; both may be missing
 */
record FindingForm(
        @Nullable String title,
        @Nullable String description,
        @Nullable String recommendation,
        @Nullable String severity,
        @Nullable String source,
        @Nullable String sourceId,
        @Nullable String detectedOn,
        @Nullable String scope,
        @Nullable String assets,
        @Nullable String newAssets,
        @Nullable String cves,
        @Nullable String requirements,
        @Nullable String track,
        @Nullable MultipartFile file,
        @Nullable String link,
        @Nullable String kind,
        @Nullable String date) {

    static FindingForm blank(LocalDate today) {
        return new FindingForm(
                "",
                "",
                "",
                "",
                FindingSource.AUDIT.name(),
                "",
                today.toString(),
                "",
                "",
                "",
                "",
                "",
                Track.OPERATIONAL.name(),
                null,
                "",
                "OTHER",
                today.toString());
    }

    ReportedFinding finding() {
        return new ReportedFinding(
                Written.text(title),
                description,
                recommendation,
                Written.word(Severity.class, "severity", severity),
                Written.word(FindingSource.class, "source", source),
                sourceId,
                Written.date(detectedOn, "day of detection"),
                scope,
                Written.lines(assets),
                Written.lines(newAssets),
                Written.ids(cves),
                Written.requirements(Written.ids(requirements)),
                Written.word(Track.class, "track", track));
    }

    WrittenEvidence evidence() {
        String fileName =
                file == null || !StringUtils.hasText(file.getOriginalFilename()) ? null : file.getOriginalFilename();
        return new WrittenEvidence(fileName, link, kind, date, "");
    }
}
