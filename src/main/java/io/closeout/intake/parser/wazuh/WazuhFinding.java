package io.closeout.intake.parser.wazuh;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScannedHost;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry, whichever version wrote it. Texts that are not there are empty.
 *
 * @param id of the vulnerability, mostly a CVE
 * @param score of the index, in the version of CVSS that it names
 */
record WazuhFinding(
        String id,
        String severity,
        String status,
        String host,
        String address,
        String agentId,
        String system,
        String packageName,
        String version,
        String category,
        String condition,
        String description,
        String detected,
        String published,
        List<String> links,
        String v2,
        String v3,
        String v4) {

    static WazuhFinding ofApi(JsonValue item) {
        return new WazuhFinding(
                item.text("cve"),
                item.text("severity"),
                item.text("status"),
                host(item.firstText("agent_name", "agent_ip")),
                item.text("agent_ip"),
                item.text("agent_id"),
                "",
                item.text("name"),
                item.text("version"),
                item.text("type"),
                item.text("condition"),
                item.text("title"),
                item.text("detection_time"),
                item.text("published"),
                item.texts("external_references"),
                item.text("cvss2_score"),
                item.text("cvss3_score"),
                "");
    }

    static WazuhFinding ofIndex(JsonValue source) {
        JsonValue weakness = source.at("vulnerability");
        String score = weakness.text("score", "base");
        String version = weakness.text("score", "version");
        return new WazuhFinding(
                weakness.text("id"),
                weakness.text("severity"),
                "",
                host(source.text("agent", "name")),
                source.text("host", "ip"),
                source.text("agent", "id"),
                source.text("host", "os", "full"),
                source.text("package", "name"),
                source.text("package", "version"),
                weakness.text("category"),
                weakness.text("scanner", "condition"),
                weakness.text("description"),
                weakness.text("detected_at"),
                weakness.text("published_at"),
                WazuhFindings.words(weakness.text("reference")),
                version.startsWith("2") ? score : "",
                version.startsWith("3") ? score : "",
                version.startsWith("4") ? score : "");
    }

    private static String host(String name) {
        return name.isEmpty() ? ScannedHost.NOT_NAMED : name;
    }

    CvssScores scores(String place, ScanSink sink) {
        return new CvssScores(
                score("CVSS 2", v2, place, sink),
                null,
                score("CVSS 3", v3, place, sink),
                null,
                score("CVSS 4", v4, place, sink),
                null);
    }

    /** Wazuh writes 0 where it has no score. */
    private static @Nullable Double score(String name, String text, String place, ScanSink sink) {
        Double score = CvssScores.score(name, text.equals("-") ? "" : text, place, sink);
        return score == null || score == 0 ? null : score;
    }
}
