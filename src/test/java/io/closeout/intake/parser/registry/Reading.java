package io.closeout.intake.parser.registry;

import io.closeout.intake.parser.CollectedScan;
import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.LabelledLines;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanRecord.ComplianceResult;
import io.closeout.intake.parser.ScanRecord.ExploitFacts;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that is read of a file, as a text that people can compare. What is empty is not mentioned. */
final class Reading {

    private Reading() {}

    static String of(CollectedScan scan) {
        return Stream.of(
                                scan.headers.stream().map(Reading::header),
                                scan.records.stream().map(Reading::record),
                                scan.hosts.stream().map(Reading::host),
                                scan.skipped.stream().map(Reading::leftOut))
                        .flatMap(each -> each)
                        .map(String::stripTrailing)
                        .collect(Collectors.joining("\n\n"))
                + "\n";
    }

    private static String header(ScanHeader header) {
        return "SCAN by " + header.scanner() + " (" + header.format() + ")\n"
                + indented(new LabelledLines()
                        .line("name", header.scanName())
                        .line("policy", header.policyName())
                        .line("ports", header.ports().toString())
                        .block("checks", header.checks().asText()));
    }

    private static String record(ScanRecord record) {
        Sighting sighting = record.sighting();
        return "RESULT " + sighting.checkId() + " on " + sighting.hostNumber() + " " + sighting.hostName()
                + (sighting.location().isEmpty() ? "" : " at " + sighting.location()) + "\n"
                + indented(new LabelledLines()
                        .line("severity", record.severity() + ", for the scanner " + sighting.scannerSeverity())
                        .line("title", record.title())
                        .line("family", record.family())
                        .line("service", record.service())
                        .line(
                                "looks",
                                record.type() == ScanRecord.CheckType.UNKNOWN
                                        ? ""
                                        : record.type().name())
                        .line("scores", scores(record.cvss()))
                        .line("cves", String.join(", ", record.cves()))
                        .line("references", String.join(", ", record.crossReferences()))
                        .line("published", shown(record.vulnerabilityPublished()))
                        .line("patched", shown(record.patchPublished()))
                        .line("exploit", record.exploit().equals(ExploitFacts.NONE) ? "" : shown(record.exploit()))
                        .line("compliance", compliance(record.compliance()))
                        .line("links", String.join(" ", record.seeAlso()))
                        .block("synopsis", record.synopsis())
                        .block("description", record.description())
                        .block("solution", record.solution())
                        .block("output", record.output()));
    }

    private static String scores(CvssScores scores) {
        return Stream.of(scores.v2(), scores.v2Vector(), scores.v3(), scores.v3Vector(), scores.v4(), scores.v4Vector())
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    private static String compliance(@Nullable ComplianceResult compliance) {
        return compliance == null
                ? ""
                : String.join(
                        " | ",
                        compliance.checkName(),
                        compliance.checkId(),
                        compliance.result(),
                        compliance.actual(),
                        compliance.expected());
    }

    private static String host(ScannedHost host) {
        LabelledLines lines = new LabelledLines()
                .line("known", host.contact() + ", credentials " + host.credentials())
                .line("addresses", String.join(", ", host.addresses()))
                .line("names", String.join(", ", host.fqdns()))
                .line("netbios", shown(host.netbiosName()))
                .line("macs", String.join(", ", host.macs()))
                .line("agent", shown(host.agentId()))
                .line("bios", shown(host.biosId()))
                .line("system", shown(host.operatingSystem()))
                .line("start", shown(host.start()))
                .line("end", shown(host.end()))
                .line("found", shown(host.found()))
                .line("feed", host.feed().text());
        host.properties().forEach((name, text) -> lines.line("property " + name, text));
        return "ASSET " + host.number() + " " + host.name() + "\n" + indented(lines);
    }

    private static String leftOut(Skipped part) {
        return (part.isResult() ? "RESULT LEFT OUT at " : "REMARK at ") + part.where() + "\n" + indented(part.why());
    }

    private static String shown(@Nullable Object fact) {
        return fact == null ? "" : fact.toString();
    }

    private static String indented(LabelledLines lines) {
        return indented(lines.text());
    }

    private static String indented(String text) {
        return List.of(text.split("\n")).stream()
                .map(line -> line.isBlank() ? "" : "  " + line.stripTrailing())
                .collect(Collectors.joining("\n"));
    }
}
