package io.closeout.intake.parser.stig;

import io.closeout.intake.parser.CheckSelection;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.PortRange;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanRecord.CheckType;
import io.closeout.intake.parser.ScanRecord.ComplianceResult;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hands a checklist over. Read twice: what was reviewed, which is what it can speak of, has to be known before its findings. A rule that
 * is not reviewed says nothing; one that is no finding or not applicable proves that it is none. The group id is the check,
 * since rule ids change with each release.
 */
final class Checklist {

    static final String SCANNER = "stig";

    private final FormatDescriptor format;
    private final ScanSink sink;
    private final ChecklistAsset asset = new ChecklistAsset();
    private final Map<String, Boolean> reviewed = new HashMap<>();
    private final TreeSet<String> benchmarks = new TreeSet<>();
    private int rules;
    private int unreviewed;

    /** Reads the whole file. */
    interface Reading {
        void each(ChecklistAsset asset, RuleHandler handler) throws IOException;
    }

    /** Takes one rule. */
    interface RuleHandler {
        void rule(CheckedRule rule) throws IOException;
    }

    Checklist(FormatDescriptor format, ScanSink sink) {
        this.format = format;
        this.sink = sink;
    }

    void handOver(Reading reading) throws IOException {
        reading.each(asset, this::note);
        if (rules == 0) {
            throw ScanUnreadable.because("The checklist holds no rules, so it says nothing. Export it with its STIGs.");
        }
        CheckSelection.Builder selection = new CheckSelection.Builder();
        reviewed.forEach(selection::singleCheck);
        sink.header(new ScanHeader(
                SCANNER,
                format.format(),
                String.join(", ", benchmarks),
                String.join(", ", benchmarks),
                selection.build(),
                PortRange.of("")));
        reading.each(new ChecklistAsset(), this::take);
        if (unreviewed > 0) {
            sink.skipped(new Skipped(
                    "the checklist",
                    unreviewed + " of " + rules + " rules are not reviewed, and nothing is said of them"));
        }
        sink.host(asset.host());
    }

    private void note(CheckedRule rule) {
        rules++;
        benchmarks.add(rule.benchmark());
        CheckedRule.Verdict verdict = rule.verdict();
        boolean leftOut = verdict == CheckedRule.Verdict.OPEN && rule.rating() == null;
        boolean speaks = verdict != null && verdict != CheckedRule.Verdict.NOT_REVIEWED && !leftOut;
        unreviewed += verdict == CheckedRule.Verdict.NOT_REVIEWED ? 1 : 0;
        if (!rule.group().isEmpty()) {
            reviewed.merge(rule.group(), speaks, Boolean::logicalAnd);
        }
    }

    private void take(CheckedRule rule) {
        CheckedRule.Verdict verdict = rule.verdict();
        if (rule.group().isEmpty()) {
            sink.skipped(new Skipped(rule.place(), "a rule without an id", verdict == CheckedRule.Verdict.OPEN));
        } else if (verdict == null) {
            skip(rule, rule.group() + " has the unknown status \"" + rule.status() + "\"");
        } else if (verdict == CheckedRule.Verdict.OPEN) {
            open(rule);
        }
    }

    private void skip(CheckedRule rule, String why) {
        sink.skipped(new Skipped(rule.place(), why));
    }

    private void open(CheckedRule rule) {
        Severity severity = rule.rating();
        if (severity == null) {
            sink.skipped(Skipped.result(
                    rule.place(),
                    rule.group() + " has the unknown severity \""
                            + (rule.override().isEmpty() ? rule.severity() : rule.override()) + "\""));
            return;
        }
        Sighting sighting = new Sighting(0, asset.name(), rule.group(), severity, rule.benchmark());
        if (sink.sighted(sighting)) {
            sink.record(record(sighting, rule));
        }
    }

    private static ScanRecord record(Sighting sighting, CheckedRule rule) {
        return ScanRecord.of(sighting)
                .title(rule.title())
                .family(rule.benchmark())
                .type(CheckType.UNKNOWN)
                .synopsis(Stream.of(rule.rule(), rule.version())
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining(", ")))
                .description(paragraphs(rule.discussion(), rule.check().isEmpty() ? "" : "Check: " + rule.check()))
                .solution(rule.fix())
                .output(paragraphs(
                        rule.details(),
                        rule.comments(),
                        rule.override().isEmpty()
                                ? ""
                                : "Severity " + rule.override() + " in place of " + rule.severity()
                                        + (rule.overrideReason().isEmpty() ? "" : ": " + rule.overrideReason())))
                .crossReferences(rule.references())
                .compliance(new ComplianceResult(rule.title(), rule.group(), rule.status(), "", ""))
                .build();
    }

    private static String paragraphs(String... texts) {
        return Stream.of(texts)
                .filter(text -> !text.isBlank())
                .map(String::strip)
                .collect(Collectors.joining("\n\n"));
    }
}
