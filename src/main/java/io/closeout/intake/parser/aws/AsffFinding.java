package io.closeout.intake.parser.aws;

import io.closeout.intake.parser.CveList;
import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.LabelledLines;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.ListedFindings.Found;
import io.closeout.intake.parser.dependency.ScoreList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A finding: a CVE in packages, a control that failed, or something that was noticed. Of several resources the one with the first id is
 * the asset, the account last of all; the others stand in the output.
 */
final class AsffFinding {

    private static final int LOCATION = 200;

    private final ListedFindings findings;
    private final ScanSink sink;

    AsffFinding(ListedFindings findings, ScanSink sink) {
        this.findings = findings;
        this.sink = sink;
    }

    void take(String place, JsonValue finding) {
        String settled = settled(finding);
        if (settled != null) {
            findings.skipped(place, title(finding) + " " + settled);
            return;
        }
        JsonValue resource = resources(finding).findFirst().orElse(JsonValue.NOTHING);
        String asset = resource.text("Id");
        findings.asset(asset)
                .property("aws-account", finding.text("AwsAccountId"))
                .property("aws-region", resource.text("Region"))
                .property("aws-type", resource.text("Type"));
        CvssScores scores = scores(place, finding);
        Found found = new Found(place, asset, check(finding), location(finding), severity(finding), scores);
        findings.add(found, record -> describe(record, finding));
    }

    private static Stream<JsonValue> resources(JsonValue finding) {
        return finding.items("Resources")
                .sorted(Comparator.comparing(
                                (JsonValue each) -> each.text("Type").equals("AwsAccount"))
                        .thenComparing(each -> each.text("Id")));
    }

    private static @Nullable String settled(JsonValue finding) {
        String workflow = finding.text("Workflow", "Status");
        if (finding.text("RecordState").equals("ARCHIVED")) {
            return "is archived";
        }
        if (Set.of("RESOLVED", "SUPPRESSED").contains(workflow)) {
            return "is " + workflow.toLowerCase(Locale.ROOT);
        }
        if (finding.text("ProductFields", "aws/inspector/FindingStatus").equals("CLOSED")) {
            return "is closed";
        }
        return switch (finding.text("Compliance", "Status")) {
            case "PASSED" -> "has passed";
            case "NOT_AVAILABLE", "WARNING" -> "could not be evaluated";
            default -> null;
        };
    }

    /**
     * What stays the same from one resource to the next. GuardDuty names its detector as the generator of all, Macie itself; Inspector
     * names the CVE in the title alone where it lists no vulnerabilities.
     */
    private static String check(JsonValue finding) {
        List<String> vulnerabilities = finding.items("Vulnerabilities")
                .map(each -> each.text("Id"))
                .distinct()
                .toList();
        if (vulnerabilities.size() == 1) {
            return vulnerabilities.get(0);
        }
        String generator = finding.text("GeneratorId");
        boolean namesNoRule = generator.contains(":detector/") || generator.equals("aws/macie");
        String type = finding.texts("Types").stream().findFirst().orElse("");
        return Stream.of(
                        finding.text("Compliance", "SecurityControlId"),
                        finding.text("ProductFields", "ControlId"),
                        finding.text("ProductFields", "RuleId"),
                        CveList.in(finding.text("Title")).stream().findFirst().orElse(""),
                        namesNoRule ? type : generator,
                        finding.text("Title"))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String location(JsonValue finding) {
        String packages = packages(finding)
                .map(each -> each.text("Name"))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return packages.length() <= LOCATION ? packages : packages.substring(0, LOCATION);
    }

    private static Stream<JsonValue> packages(JsonValue finding) {
        return finding.items("Vulnerabilities").flatMap(each -> each.items("VulnerablePackages"));
    }

    /** AWS, "Severity": without a label the normalised number from 0 to 100 counts. */
    private static String severity(JsonValue finding) {
        String label = finding.text("Severity", "Label");
        Double normalized = finding.number("Severity", "Normalized");
        if (!label.isEmpty() || normalized == null) {
            return label;
        }
        if (normalized >= 90) {
            return "CRITICAL";
        }
        if (normalized >= 70) {
            return "HIGH";
        }
        if (normalized >= 40) {
            return "MEDIUM";
        }
        return normalized >= 1 ? "LOW" : "INFORMATIONAL";
    }

    private CvssScores scores(String place, JsonValue finding) {
        ScoreList scores = new ScoreList(place, sink);
        finding.items("Vulnerabilities")
                .flatMap(each -> each.items("Cvss"))
                .forEach(each -> scores.offer(each.text("Version"), each.text("BaseScore"), each.text("BaseVector")));
        return scores.scores();
    }

    private static String title(JsonValue finding) {
        return finding.firstText("Title", "GeneratorId", "Id");
    }

    private static ScanRecord.Builder describe(ScanRecord.Builder record, JsonValue finding) {
        JsonValue advice = finding.at("Remediation", "Recommendation");
        String fixes = packages(finding)
                .filter(each -> !each.text("FixedInVersion").isEmpty())
                .map(each -> "Upgrade " + each.text("Name") + " to " + each.text("FixedInVersion") + ".")
                .distinct()
                .collect(Collectors.joining("\n"));
        return record.title(title(finding))
                .family(finding.firstText("ProductName", "GeneratorId"))
                .description(finding.text("Description"))
                .solution(Stream.of(fixes, advice.text("Text").equals("None Provided") ? "" : advice.text("Text"))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n")))
                .output(output(finding))
                .cves(cves(finding))
                .seeAlso(links(finding))
                .crossReferences(finding.at("Compliance").texts("RelatedRequirements"));
    }

    private static List<String> cves(JsonValue finding) {
        String ids =
                finding.items("Vulnerabilities").map(each -> each.text("Id")).collect(Collectors.joining(" "));
        return CveList.in(ids + " " + finding.text("Title"));
    }

    private static List<String> links(JsonValue finding) {
        Stream<String> own = Stream.of(finding.text("Remediation", "Recommendation", "Url"), finding.text("SourceUrl"));
        Stream<String> others = finding.items("Vulnerabilities")
                .flatMap(each ->
                        Stream.concat(Stream.of(each.text("Vendor", "Url")), each.texts("ReferenceUrls").stream()));
        return Stream.concat(own, others)
                .filter(link -> link.startsWith("http"))
                .distinct()
                .toList();
    }

    private static String output(JsonValue finding) {
        LabelledLines lines = new LabelledLines()
                .line(
                        "Also",
                        resources(finding).skip(1).map(each -> each.text("Id")).collect(Collectors.joining(", ")))
                .line("First observed", finding.text("FirstObservedAt"))
                .line("Last observed", finding.text("LastObservedAt"));
        packages(finding)
                .map(each -> Stream.of(each.text("Name"), each.text("Version"), each.text("Release"))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" ")))
                .distinct()
                .forEach(each -> lines.line("Package", each));
        return lines.line("Finding", finding.text("Id")).text();
    }
}
