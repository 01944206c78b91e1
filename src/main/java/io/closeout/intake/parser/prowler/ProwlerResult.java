package io.closeout.intake.parser.prowler;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.LabelledLines;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.ListedFindings.Found;
import io.closeout.intake.parser.dependency.SeverityScale;
import io.closeout.shared.Severity;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one check said of one resource, whichever file it comes from. Texts may be empty.
 *
 * @param resource its ARN or whole id; empty in files of version 2, where the account stands for it
 * @param part of the account in those files: a name that is unique in its region only; older ones have none
 * @param muted whether somebody put it on Prowler's mute list
 */
record ProwlerResult(
        String place,
        String check,
        String title,
        String status,
        boolean muted,
        String told,
        String severity,
        String account,
        String region,
        String resource,
        String part,
        String type,
        String service,
        String description,
        String risk,
        String remedy,
        List<String> links,
        List<String> requirements) {

    static final String SCANNER = "prowler";

    /** Prowler, "Check metadata": critical to informational. */
    static final SeverityScale SCALE = SeverityScale.ofFour().with(Severity.INFO, "informational", "info");

    /** {@code [check114] Ensure …} as the number of the check. */
    static String checkIn(String title) {
        return title.startsWith("[") && title.contains("]") ? title.substring(1, title.indexOf(']')) : "";
    }

    void addTo(ListedFindings findings) {
        String settled = settled();
        if (settled != null) {
            findings.skipped(place, (check.isEmpty() ? title : check) + " on " + asset() + " " + settled);
            return;
        }
        findings.asset(asset())
                .property("cloud-account", account)
                .property("cloud-region", region)
                .property("cloud-type", type);
        findings.add(
                new Found(place, asset(), check, location(), severity, CvssScores.NONE), record -> record.title(title)
                        .family(service)
                        .description(Stream.of(description, risk)
                                .filter(text -> !text.isEmpty())
                                .distinct()
                                .collect(Collectors.joining("\n\n")))
                        .solution(remedy)
                        .output(new LabelledLines()
                                .line("Found", told)
                                .line("Region", region)
                                .line("Account", account)
                                .text())
                        .seeAlso(links.stream()
                                .filter(link -> link.startsWith("http"))
                                .distinct()
                                .toList())
                        .crossReferences(requirements));
    }

    private String asset() {
        return resource.isEmpty() && !account.isEmpty() ? "account " + account : resource;
    }

    private String location() {
        return resource.isEmpty() ? (region + " " + part).strip() : "";
    }

    /** Only what failed is a finding; what a word says that nobody knows is left out as well, and named. */
    private @Nullable String settled() {
        if (muted) {
            return "is muted in Prowler";
        }
        return switch (status.toUpperCase(Locale.ROOT)) {
            case "FAIL", "FAILED" -> null;
            case "PASS", "PASSED" -> "has passed";
            case "MANUAL" -> "is to be checked by hand";
            case "INFO" -> "only informs";
            case "WARNING" -> "is on Prowler's allow list";
            case "MUTED" -> "is muted in Prowler";
            default -> "has the unknown status \"" + status + "\"";
        };
    }
}
