package io.closeout.intake.web.byhand;

import io.closeout.evidence.WrittenEvidence;
import io.closeout.intake.byhand.FindingSource;
import io.closeout.intake.byhand.ReportedFinding;
import io.closeout.policy.Track;
import io.closeout.shared.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding as a program sends it.
 *
 * @param detectedOn ISO date
 * @param scope id or name; may be left out where there is only one
 * @param requirements ids or numbers: {@code AC.L2-3.1.1}, {@code 3.1.1}
 * @param track OPERATIONAL unless said otherwise
 * @param evidence links; files go to the address of the item's evidence
 */
record FindingRequest(
        @Nullable String title,
        @Nullable String description,
        @Nullable String recommendation,
        @Nullable String severity,
        @Nullable String source,
        @Nullable String sourceId,
        @Nullable String detectedOn,
        @Nullable String scope,
        @Nullable List<String> assets,
        @Nullable List<String> newAssets,
        @Nullable List<String> cves,
        @Nullable List<String> requirements,
        @Nullable String track,
        @Nullable List<EvidenceLink> evidence) {

    record EvidenceLink(
            @Nullable String link,
            @Nullable String kind,
            @Nullable String date,
            @Nullable String note) {

        WrittenEvidence written() {
            return new WrittenEvidence(null, link, kind == null ? "LINK" : kind, date, note);
        }
    }

    ReportedFinding finding() {
        return new ReportedFinding(
                Written.text(title),
                description,
                recommendation,
                Written.word(Severity.class, "severity", severity),
                Written.word(FindingSource.class, "source", source),
                sourceId,
                Written.date(detectedOn, "detectedOn"),
                scope,
                listed(assets),
                listed(newAssets),
                listed(cves),
                Written.requirements(listed(requirements)),
                Written.text(track).isEmpty() ? Track.OPERATIONAL : Written.word(Track.class, "track", track));
    }

    List<WrittenEvidence> links() {
        return evidence == null
                ? List.of()
                : evidence.stream().map(EvidenceLink::written).toList();
    }

    private static List<String> listed(@Nullable List<String> given) {
        return given == null ? List.of() : given;
    }
}
