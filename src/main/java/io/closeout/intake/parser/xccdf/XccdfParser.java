package io.closeout.intake.parser.xccdf;

import io.closeout.intake.parser.CheckSelection;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.PortRange;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanRecord.ComplianceResult;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.intake.parser.xccdf.XccdfRules.Rule;
import io.closeout.intake.parser.xccdf.XccdfTestResult.RuleResult;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Results of a SCAP scan. What passed, or is not applicable, proves that it is none; what was not selected, not checked or went wrong
 * says nothing. Results of STIGs share the family and the ids of checklists.
 */
public final class XccdfParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "xccdf-results",
            "xccdf",
            "SCAP results (XCCDF, ARF)",
            "XCCDF 1.1 and 1.2: SCAP Compliance Checker, OpenSCAP, Evaluate-STIG and others",
            "With OpenSCAP: oscap xccdf eval --results-arf results.xml …; in SCAP Compliance Checker take the file ending in"
                    + " _XCCDF-Results.xml. A rule of unknown severity counts as Moderate.",
            "NIST IR 7275 Revision 4, \"Extensible Configuration Checklist Description Format (XCCDF) 1.2\"",
            1);

    private static final String STIG = "stig";
    private static final Set<String> SPOKEN = Set.of("pass", "fixed", "fail", "notapplicable");
    private static final Set<String> SILENT = Set.of("notchecked", "notselected", "error", "unknown", "informational");

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.xmlRoot()
                .filter(root -> root.equals("Benchmark")
                        || root.equals("TestResult")
                        || root.equals("asset-report-collection")
                        || root.equals("data-stream-collection"))
                .isPresent();
    }

    @Override
    public boolean tellsCoverage() {
        return true;
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        XccdfRules rules = new XccdfRules();
        List<XccdfTestResult> tests = new ArrayList<>();
        try (InputStream bytes = in.open();
                HardenedXml xml = HardenedXml.open(bytes)) {
            String root = xml.root();
            if (root.equals("TestResult")) {
                tests.add(XccdfTestResult.read(xml));
            } else {
                xml.children(name -> part(xml, name, "", rules, tests));
            }
            xml.finish();
        }
        if (tests.isEmpty()) {
            throw ScanUnreadable.because(
                    "This is a benchmark without results: what is to be checked, not what was found."
                            + " Run it against a system and hand in the results.");
        }
        if (tests.stream().allMatch(test -> test.results.isEmpty())) {
            throw ScanUnreadable.because(
                    "The test result holds no result of any rule, so it says nothing. Run it again.");
        }
        handOver(rules, tests, sink);
    }

    private static void part(HardenedXml xml, String name, String group, XccdfRules rules, List<XccdfTestResult> tests)
            throws IOException {
        switch (name) {
            case "TestResult" -> tests.add(XccdfTestResult.read(xml));
            case "Rule" -> rules.read(xml, group);
            case "Group" -> {
                String id = XccdfRules.orEmpty(xml.attribute("id"));
                xml.children(child -> part(xml, child, id, rules, tests));
            }
            default -> xml.children(child -> part(xml, child, group, rules, tests));
        }
    }

    private static void handOver(XccdfRules rules, List<XccdfTestResult> tests, ScanSink sink) {
        sink.header(header(rules, tests));
        int number = 0;
        for (XccdfTestResult test : tests) {
            int host = number++;
            test.results.forEach(result -> take(rules, test, host, result, sink));
            long silent = test.results.stream()
                    .filter(result ->
                            SILENT.contains(result.result()) && !result.result().equals("notselected"))
                    .count();
            if (silent > 0) {
                sink.skipped(new Skipped(
                        test.name(), silent + " rules were not checked or went wrong, and nothing is said of them"));
            }
            sink.host(test.host(host));
        }
    }

    private static ScanHeader header(XccdfRules rules, List<XccdfTestResult> tests) {
        boolean stig = tests.stream()
                .flatMap(test -> test.results.stream())
                .allMatch(result -> XccdfRules.isOfStig(result.rule()));
        String benchmarks =
                tests.stream().map(XccdfTestResult::benchmark).distinct().collect(Collectors.joining(", "));
        String profiles =
                tests.stream().map(XccdfTestResult::profile).distinct().collect(Collectors.joining(", "));
        return new ScanHeader(
                stig ? STIG : DESCRIPTOR.scanner(),
                DESCRIPTOR.format(),
                benchmarks,
                profiles,
                checks(rules, tests),
                PortRange.of(""));
    }

    /** A file speaks of a rule only if it does so for each of its targets, since one selection stands for all of them. */
    private static CheckSelection checks(XccdfRules rules, List<XccdfTestResult> tests) {
        Map<String, Map<String, Boolean>> spokenByTarget = new HashMap<>();
        Set<String> all = new HashSet<>();
        for (XccdfTestResult test : tests) {
            Map<String, Boolean> spoken = spokenByTarget.computeIfAbsent(test.name(), target -> new HashMap<>());
            test.results.forEach(
                    result -> spoken.merge(rules.checkId(result.rule()), speaks(rules, result), Boolean::logicalAnd));
            all.addAll(spoken.keySet());
        }
        CheckSelection.Builder checks = new CheckSelection.Builder();
        all.forEach(check -> checks.singleCheck(
                check, spokenByTarget.values().stream().allMatch(spoken -> spoken.getOrDefault(check, false))));
        return checks.build();
    }

    /** What failed with an unknown severity is left out, which is not to be taken for gone. */
    private static boolean speaks(XccdfRules rules, RuleResult result) {
        return SPOKEN.contains(result.result())
                && (!result.result().equals("fail") || severity(word(rules.get(result.rule()), result)) != null);
    }

    private static String word(Rule rule, RuleResult result) {
        return result.severity().isEmpty() ? rule.severity() : result.severity();
    }

    private static void take(XccdfRules rules, XccdfTestResult test, int host, RuleResult result, ScanSink sink) {
        if (!SPOKEN.contains(result.result()) && !SILENT.contains(result.result())) {
            sink.skipped(
                    new Skipped(result.place(), result.rule() + " has the unknown result \"" + result.result() + "\""));
        } else if (result.result().equals("fail")) {
            failed(rules.get(result.rule()), rules.checkId(result.rule()), test, host, result, sink);
        }
    }

    private static void failed(
            Rule rule, String checkId, XccdfTestResult test, int host, RuleResult result, ScanSink sink) {
        String word = word(rule, result);
        Severity severity = severity(word);
        if (severity == null) {
            sink.skipped(Skipped.result(result.place(), result.rule() + " has the unknown severity \"" + word + "\""));
            return;
        }
        Sighting sighting = new Sighting(host, test.name(), checkId, severity, test.benchmark());
        if (sink.sighted(sighting)) {
            sink.record(ScanRecord.of(sighting)
                    .title(rule.title().isEmpty() ? result.rule() : rule.title())
                    .family(test.benchmark())
                    .synopsis(result.rule())
                    .description(rule.description())
                    .solution(rule.fix())
                    .output(result.message())
                    .crossReferences(Stream.concat(result.idents().stream(), rule.references().stream())
                            .distinct()
                            .toList())
                    .compliance(new ComplianceResult(rule.title(), checkId, result.result(), "", ""))
                    .build());
        }
    }

    /** {@code unknown} is the default of XCCDF: the benchmark does not rate the rule. */
    private static @Nullable Severity severity(String word) {
        return switch (word) {
            case "critical" -> Severity.CRITICAL;
            case "high" -> Severity.HIGH;
            case "medium", "unknown", "" -> Severity.MEDIUM;
            case "low" -> Severity.LOW;
            case "info" -> Severity.INFO;
            default -> null;
        };
    }
}
