package io.closeout.intake.parser.gitlab;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScanTimes;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.WebAddress;
import io.closeout.intake.parser.dependency.ImageName;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.ListedFindings.Found;
import io.closeout.intake.parser.dependency.PackageWeakness;
import io.closeout.intake.parser.dependency.ScoreList;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One entry of {@code vulnerabilities}, whatever kind of scanner found it, and the facts of the scan for all of them. */
final class GitLabResult {

    static final String[] UNRATED = {"unknown", "undefined"};

    private static final String WHERE_NOT_RATED = "medium";

    private final ListedFindings findings;
    private final ScanSink sink;
    private final Set<String> assets = new LinkedHashSet<>();
    private @Nullable Instant start;
    private @Nullable Instant end;
    private String tool = "";

    GitLabResult(ListedFindings findings, ScanSink sink) {
        this.findings = findings;
        this.sink = sink;
    }

    void read(String place, JsonValue result) {
        JsonValue location = result.at("location");
        CvssScores scores = scores(place, result);
        String severity = severity(result, scores);
        if (location.has("dependency", "package", "name")) {
            dependency(place, result, severity, scores);
            return;
        }
        GitLabIdentifiers identifiers = new GitLabIdentifiers(result);
        String asset = asset(location);
        assets.add(asset);
        findings.add(
                new Found(place, asset, identifiers.rule(), location(location), severity, scores),
                record -> record.title(GitLabTexts.title(result))
                        .family(result.text("category"))
                        .description(result.text("description"))
                        .solution(GitLabTexts.solution(result))
                        .output(GitLabTexts.output(result, isRated(result)))
                        .cves(identifiers.cves())
                        .seeAlso(links(result))
                        .crossReferences(identifiers.others()));
    }

    private void dependency(String place, JsonValue result, String severity, CvssScores scores) {
        JsonValue location = result.at("location");
        GitLabIdentifiers identifiers = new GitLabIdentifiers(result);
        String asset = asset(location);
        assets.add(asset);
        new PackageWeakness(place, asset, identifiers.advisory())
                .aliases(identifiers.aliases())
                .of("", location.text("dependency", "package", "name"), location.text("dependency", "version"))
                .advice(GitLabTexts.solution(result))
                .rated(severity, scores)
                .told(GitLabTexts.title(result), result.text("description"))
                .family(result.text("category"))
                .cwes(identifiers.cwes())
                .links(links(result))
                .line("File", location.text("file"))
                .line("Operating system", location.text("operating_system"))
                .line("Image", location.text("image"))
                .line("Severity", isRated(result) ? "" : "not rated by the scanner")
                .addTo(findings);
    }

    private static boolean isRated(JsonValue result) {
        String word = result.text("severity");
        return !word.isEmpty() && List.of(UNRATED).stream().noneMatch(word::equalsIgnoreCase);
    }

    private static String severity(JsonValue result, CvssScores scores) {
        boolean scored = scores.v2() != null || scores.v3() != null || scores.v4() != null;
        return isRated(result) || scored ? result.text("severity") : WHERE_NOT_RATED;
    }

    private CvssScores scores(String place, JsonValue result) {
        ScoreList list = new ScoreList(place, sink);
        result.items("cvss_vectors").forEach(each -> list.offer("", "", each.text("vector")));
        return list.scores();
    }

    private static List<String> links(JsonValue result) {
        return Stream.concat(
                        result.items("links").map(link -> link.text("url")),
                        result.items("identifiers").map(identifier -> identifier.text("url")))
                .filter(link -> link.startsWith("http"))
                .distinct()
                .toList();
    }

    /** Image or web site; reports of code name nothing. */
    private static String asset(JsonValue location) {
        String image = location.firstText("image", "default_branch_image");
        if (!image.isEmpty() && !image.equals("Unknown")) {
            return ImageName.withoutDigest(image);
        }
        return web(location);
    }

    private static String web(JsonValue location) {
        String name = location.text("hostname");
        return WebAddress.of(name).map(WebAddress::origin).orElse(name);
    }

    /** Path of the file, or of the page without what follows it. */
    private static String location(JsonValue location) {
        String file = location.text("file").replace('\\', '/').replaceFirst("^(\\./)+", "");
        return file.isEmpty() ? location.text("path").replaceFirst("[?#].*", "") : file;
    }

    void started(String text) {
        start = ScanTimes.of(text);
    }

    void ended(String text) {
        end = ScanTimes.of(text);
    }

    void scanner(JsonValue scanner) {
        tool = (scanner.text("name") + " " + scanner.text("version")).strip();
    }

    void status(String place, String status) {
        if (status.equals("failure")) {
            findings.remark(place, "The scan failed, says the report; it may lack results");
        }
    }

    /** The facts of the scan may stand behind its results. */
    void finish() {
        for (String asset : assets) {
            ScannedHost.Builder host = findings.asset(asset);
            host.start(start).end(end).property("tool", tool);
        }
        findings.finish();
    }
}
