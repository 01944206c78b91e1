package io.closeout.intake.parser.defender;

import io.closeout.intake.parser.CveList;
import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanRecord.CheckType;
import io.closeout.intake.parser.ScanRecord.ExploitFacts;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Vulnerable software on machines. The CVE is the check and the product the place, so that an upgrade keeps the finding. */
final class DefenderFindings {

    private static final Set<String> EXPLOITED = Set.of("exploitisverified", "exploitisinkit", "exploitispublic");

    private final ScanSink sink;
    private final DefenderMachines machines;

    DefenderFindings(ScanSink sink, DefenderMachines machines) {
        this.sink = sink;
        this.machines = machines;
    }

    void read(String place, JsonValue entry) {
        if (DefenderMachines.isMachine(entry)) {
            return;
        }
        String check = entry.text("cveId");
        String machineId = entry.firstText("machineId", "deviceId");
        String word = entry.firstText("severity", "vulnerabilitySeverityLevel", "severityLevel");
        Severity severity = severity(word);
        if (check.isEmpty() || machineId.isEmpty()) {
            skip(place, "an entry without " + (check.isEmpty() ? "cveId" : "machine"));
        } else if (entry.text("status").equalsIgnoreCase("Fixed")) {
            skip(place, check + " on " + machineId + " is fixed, as Defender says");
        } else if (severity == null) {
            skip(place, check + " on " + machineId + " has the unknown severity \"" + word + "\"");
        } else {
            DefenderMachines.Machine machine = machines.of(machineId, entry);
            String product = entry.firstText("productName", "softwareName");
            Sighting sighting = new Sighting(machine.number(), machine.name(), check, severity, product);
            if (sink.sighted(sighting)) {
                sink.record(record(sighting, entry, place));
            }
        }
    }

    private void skip(String place, String why) {
        sink.skipped(Skipped.result(place, why));
    }

    private static @Nullable Severity severity(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "critical" -> Severity.CRITICAL;
            case "high" -> Severity.HIGH;
            case "medium" -> Severity.MEDIUM;
            case "low" -> Severity.LOW;
            case "none", "informational" -> Severity.INFO;
            default -> null;
        };
    }

    private ScanRecord record(Sighting sighting, JsonValue entry, String place) {
        String vendor = entry.firstText("productVendor", "softwareVendor");
        String version = entry.firstText("productVersion", "softwareVersion");
        Double score = CvssScores.score("cvssScore", entry.text("cvssScore"), place, sink);
        String level = entry.text("exploitabilityLevel").toLowerCase(Locale.ROOT);
        return ScanRecord.of(sighting)
                .title(sighting.checkId() + (sighting.location().isEmpty() ? "" : " in " + sighting.location()))
                .family(vendor)
                .type(CheckType.LOCAL)
                .cvss(new CvssScores(null, null, score, null, null, null))
                .output(Stream.concat(
                                Stream.of((vendor + " " + sighting.location() + " " + version).strip()),
                                entry.texts("diskPaths").stream())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n")))
                .solution(solution(entry))
                .cves(CveList.in(sighting.checkId()))
                .exploit(
                        EXPLOITED.contains(level)
                                ? new ExploitFacts(true, false, entry.text("exploitabilityLevel"), List.of())
                                : ExploitFacts.NONE)
                .build();
    }

    private static String solution(JsonValue entry) {
        String update = entry.text("recommendedSecurityUpdate");
        String article = entry.firstText("fixingKbId", "recommendedSecurityUpdateId");
        if (article.isEmpty()) {
            return update;
        }
        String number = article.matches("\\d+") ? "KB" + article : article;
        return (update + " Install " + number + ".").strip();
    }
}
