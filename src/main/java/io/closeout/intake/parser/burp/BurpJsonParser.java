package io.closeout.intake.parser.burp;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.Skipped;
import io.closeout.intake.parser.WebSites;
import java.io.IOException;

/** What Burp's two programming interfaces answer: events with an issue each (REST), or issues with their type (GraphQL). */
public final class BurpJsonParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "burp-json",
            BurpXmlParser.SCANNER,
            "Burp Suite (REST and GraphQL JSON)",
            "Burp Suite Professional 2.0 to 2024 (REST), Burp Suite DAST and Enterprise (GraphQL)",
            "Professional: GET /v0.1/scan/ID of the REST API. DAST: the query \"issues\" of the GraphQL API,"
                    + " saved as { \"Issues\": [ … ] }.",
            "PortSwigger, \"Burp Suite REST API\" and \"GraphQL API\" (portswigger.net/burp/documentation)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.hasJson("issue_events")
                || probe.hasJson("Issues[].issue_type")
                || probe.hasJson("issues[].issue_type")
                || probe.hasJson("data.scan.issues");
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        try (HardenedJson json = HardenedJson.open(in.open())) {
            sink.header(ScanHeader.of(DESCRIPTOR));
            Reading reading = new Reading(json, sink);
            while (json.next()) {
                reading.answer();
            }
            reading.sites.handTo(sink);
        }
    }

    private static final class Reading {

        private final HardenedJson json;
        private final ScanSink sink;
        private final WebSites sites = new WebSites();

        Reading(HardenedJson json, ScanSink sink) {
            this.json = json;
            this.sink = sink;
        }

        void answer() throws IOException {
            json.members(name -> {
                if (name.equals("issue_events")) {
                    each((event, place) -> event(event, place));
                } else if (name.equalsIgnoreCase("issues")) {
                    each((issue, place) -> typed(issue, place));
                } else if ((name.equals("data") || name.equals("scan")) && json.isObject()) {
                    answer();
                }
            });
        }

        private void each(Taker taker) throws IOException {
            if (json.isArray()) {
                json.elements(() -> {
                    String place = json.place();
                    taker.take(json.value(), place);
                });
            }
        }

        private void event(JsonValue event, String place) {
            if (!event.at("issue").isObject()) {
                sink.skipped(Skipped.result(place, "an event without issue, of type \"" + event.text("type") + "\""));
                return;
            }
            JsonValue issue = event.at("issue");
            new BurpIssue(
                            issue.text("type_index"),
                            issue.text("name"),
                            issue.text("origin"),
                            issue.text("path"),
                            issue.text("severity"),
                            issue.text("confidence"),
                            issue.text("issue_background"),
                            issue.text("description"),
                            issue.text("remediation_background"),
                            issue.text("references"),
                            issue.text("vulnerability_classifications"))
                    .handTo(sink, sites, place);
        }

        private void typed(JsonValue issue, String place) {
            JsonValue type = issue.at("issue_type");
            String remediation = issue.text("remediation_html") + "\n" + type.text("remediation_html");
            new BurpIssue(
                            type.text("type_index"),
                            type.text("name"),
                            issue.text("origin"),
                            issue.text("path"),
                            issue.text("severity"),
                            issue.text("confidence"),
                            type.text("description_html"),
                            issue.text("description_html"),
                            remediation.strip(),
                            type.text("references_html"),
                            type.text("vulnerability_classifications_html"))
                    .handTo(sink, sites, place);
        }
    }

    /** Takes one entry of a list. */
    @FunctionalInterface
    private interface Taker {
        void take(JsonValue entry, String place);
    }
}
