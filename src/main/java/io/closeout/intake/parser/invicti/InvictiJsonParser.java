package io.closeout.intake.parser.invicti;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.WebSites;
import java.io.IOException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The JSON report of a scan: the target, then its vulnerabilities. */
public final class InvictiJsonParser implements ScanParser {

    static final String SCANNER = "invicti";

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "invicti-json",
            SCANNER,
            "Invicti, Netsparker and Acunetix 360 (JSON)",
            "Netsparker Enterprise, Invicti Enterprise and Acunetix 360, 2019 to 2025",
            "Open the scan, choose Export, report Vulnerabilities List, format JSON.",
            "Invicti, \"Report templates\" (invicti.com/support)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.hasJson("Target.ScanId") || probe.hasJson("Vulnerabilities[].LookupId");
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        try (HardenedJson json = HardenedJson.open(in.open())) {
            sink.header(ScanHeader.of(DESCRIPTOR));
            WebSites sites = new WebSites();
            ScanClock clock = new ScanClock();
            while (json.next()) {
                json.members(name -> {
                    if (name.equals("Target")) {
                        target(json.value(), clock);
                    } else if (name.equals("Generated")) {
                        clock.note(json.value().text());
                    } else if (name.equals("Vulnerabilities") && json.isArray()) {
                        json.elements(() -> {
                            String place = json.place();
                            JsonValue issue = json.value();
                            clock.note(issue.text("FirstSeenDate"));
                            clock.note(issue.text("LastSeenDate"));
                            issue(issue, place, sink).handTo(sink, sites, place);
                        });
                    }
                });
            }
            sites.allScanned(clock.start(), clock.end());
            sites.handTo(sink);
        }
    }

    private static void target(JsonValue target, ScanClock clock) {
        clock.initiated(target.text("Initiated"));
        clock.duration(target.text("Duration"));
    }

    private static InvictiIssue issue(JsonValue issue, String place, ScanSink sink) {
        return new InvictiIssue(
                issue.text("Type"),
                issue.text("Name"),
                issue.text("Url"),
                issue.text("Severity"),
                issue.text("State"),
                issue.text("Confirmed"),
                issue.items("HttpRequest", "Parameters")
                        .map(each -> each.text("Name"))
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining(", ")),
                issue.text("Description"),
                issue.text("Impact"),
                (issue.text("RemedialProcedure") + "\n" + issue.text("RemedialActions")).strip(),
                issue.text("ExternalReferences") + issue.text("RemedyReferences"),
                issue.text("Classification", "Cwe"),
                issue.at("KnownVulnerabilities").toString(),
                issue.items("ExtraInformation")
                        .map(each -> each.text("Name") + ": " + each.text("Value"))
                        .collect(Collectors.joining("\n")),
                scores(issue.at("Classification"), place, sink));
    }

    private static CvssScores scores(JsonValue classification, String place, ScanSink sink) {
        JsonValue third =
                classification.at("Cvss31").isObject() ? classification.at("Cvss31") : classification.at("Cvss");
        JsonValue fourth = classification.at("Cvss40");
        return new CvssScores(
                null,
                null,
                score(third, place, sink),
                third.text("Vector"),
                score(fourth, place, sink),
                fourth.text("Vector"));
    }

    private static @Nullable Double score(JsonValue cvss, String place, ScanSink sink) {
        return CvssScores.score("CVSS", cvss.text("BaseScore", "Value"), place, sink);
    }
}
