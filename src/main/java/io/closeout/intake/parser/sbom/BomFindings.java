package io.closeout.intake.parser.sbom;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.Days;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.PackageWeakness;
import io.closeout.intake.parser.dependency.ScoreList;
import io.closeout.intake.parser.dependency.SeverityScale;
import io.closeout.intake.parser.sbom.BomVulnerability.Affected;
import io.closeout.intake.parser.sbom.BomVulnerability.Rating;
import io.closeout.shared.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Turns vulnerabilities of a CycloneDX document into findings, one for each part that one affects. */
final class BomFindings {

    /** CycloneDX specification, "severity". */
    private static final SeverityScale SCALE = SeverityScale.ofFour()
            .with(Severity.INFO, "info", "informational", "none")
            .unrated("unknown");

    /** Whose scores are taken first. */
    private static final List<String> SCORERS = List.of("nvd", "ghsa", "redhat");

    /** CycloneDX specification, "impactAnalysisState": what they mean for the weakness. */
    private static final Map<String, String> SETTLED = Map.of(
            "not_affected", "not affected",
            "false_positive", "a false positive",
            "resolved", "resolved",
            "resolved_with_pedigree", "resolved");

    private final Bom bom;
    private final ScanSink sink;
    private final ListedFindings findings;

    BomFindings(Bom bom, FormatDescriptor format, ScanSink sink) {
        this.bom = bom;
        this.sink = sink;
        this.findings = new ListedFindings(sink, SCALE);
        findings.header(format, bom.subject());
        bom.describe(findings);
    }

    void finish() {
        findings.finish();
    }

    void add(String place, BomVulnerability vulnerability) {
        String settled = SETTLED.get(vulnerability.state);
        if (settled != null) {
            findings.skipped(
                    place,
                    vulnerability.id + " is stated to be " + settled
                            + (vulnerability.analysis.isEmpty() ? "" : ": " + vulnerability.analysis));
            return;
        }
        CvssScores scores = scores(place, vulnerability.ratings);
        if (vulnerability.affects.isEmpty()) {
            weakness(place, vulnerability, scores).addTo(findings);
        }
        vulnerability.affects.forEach(affected -> affected(place, vulnerability, scores, affected));
    }

    private void affected(String place, BomVulnerability vulnerability, CvssScores scores, Affected affected) {
        Component part = bom.part(affected.ref(), affected.version());
        if (affected.unaffected()) {
            findings.skipped(place, vulnerability.id + " is stated not to affect " + part.name() + part.url());
            return;
        }
        weakness(place, vulnerability, scores)
                .of(part.url(), part.name(), part.version())
                .addTo(findings);
    }

    private PackageWeakness weakness(String place, BomVulnerability from, CvssScores scores) {
        return new PackageWeakness(place, bom.subject(), from.id)
                .aliases(from.aliases)
                .advice(from.recommendation)
                .rated(word(from.ratings), scores)
                .told(
                        "",
                        Stream.of(from.description, from.detail)
                                .filter(text -> !text.isEmpty())
                                .distinct()
                                .reduce((one, other) -> one + "\n\n" + other)
                                .orElse(""))
                .family(from.source)
                .cwes(from.cwes)
                .links(from.links)
                .published(Days.day(from.published))
                .line("State", from.state)
                .line("Analysis", from.analysis);
    }

    /** Of the first rating that has one; one that says that it does not know has none if another does. */
    private static String word(List<Rating> ratings) {
        return ratings.stream()
                .map(Rating::severity)
                .filter(word -> !word.isEmpty() && !word.equalsIgnoreCase("unknown"))
                .findFirst()
                .orElseGet(() -> ratings.isEmpty() ? "" : ratings.get(0).severity());
    }

    private CvssScores scores(String place, List<Rating> ratings) {
        ScoreList scores = new ScoreList(place, sink);
        Stream<Rating> preferred = SCORERS.stream().flatMap(scorer -> ratings.stream()
                .filter(rating -> rating.source().toLowerCase(Locale.ROOT).equals(scorer)));
        Stream.concat(preferred, ratings.stream())
                .filter(BomFindings::isCvss)
                .forEach(rating -> scores.offer(rating.method(), rating.score(), rating.vector()));
        return scores.scores();
    }

    private static boolean isCvss(Rating rating) {
        return rating.method().startsWith("CVSS") || rating.vector().startsWith("CVSS:");
    }
}
