package io.closeout.intake.parser.burp;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScanTimes;
import io.closeout.intake.parser.WebSites;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Burp Suite's XML of issues, a flat list. */
public final class BurpXmlParser implements ScanParser {

    static final String SCANNER = "burp";

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "burp-xml",
            SCANNER,
            "Burp Suite (XML)",
            "Burp Suite Professional 1.7 to 2024",
            "In Burp open Target, Site map, select the site, then Report selected issues and the format XML.",
            "PortSwigger, \"Reporting scan results\" (portswigger.net/burp/documentation); the file describes itself by its DTD",
            1);

    private static final Set<String> PASSED_OVER =
            Set.of("requestresponse", "collaboratorEvent", "infiltratorEvent", "staticAnalysis", "dynamicAnalysis");

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.xmlRoot().filter("issues"::equals).isPresent();
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        try (HardenedXml xml = HardenedXml.open(in.open())) {
            xml.root();
            Instant end = exported(xml.attribute("exportTime"));
            sink.header(ScanHeader.of(DESCRIPTOR));
            WebSites sites = new WebSites();
            xml.children(name -> {
                if (name.equals("issue")) {
                    issue(xml, sink, sites);
                }
            });
            xml.finish();
            sites.allScanned(null, end);
            sites.handTo(sink);
        }
    }

    /** As {@code Mon Nov 02 08:05:00 UTC 2026}; the zone's short name, which may mean several, is left out. */
    private static @Nullable Instant exported(@Nullable String time) {
        return time == null ? null : ScanTimes.of(time.strip().replaceFirst(" \\p{Alpha}{2,5}(?= \\d{4}$)", ""));
    }

    private static void issue(HardenedXml xml, ScanSink sink, WebSites sites) throws IOException {
        String place = xml.place();
        Map<String, String> texts = new HashMap<>();
        xml.children(name -> {
            if (name.equals("host")) {
                String address = xml.attribute("ip");
                texts.put("ip", address == null ? "" : address);
            }
            if (name.equals("issueDetailItems")) {
                texts.put(name, items(xml));
            } else if (!PASSED_OVER.contains(name)) {
                texts.put(name, xml.text().strip());
            }
        });
        String host = text(texts, "host");
        sites.property(sites.at(host), "ip", text(texts, "ip"));
        new BurpIssue(
                        text(texts, "type"),
                        text(texts, "name"),
                        host,
                        text(texts, "path"),
                        text(texts, "severity"),
                        text(texts, "confidence"),
                        text(texts, "issueBackground"),
                        joined(located(texts), text(texts, "issueDetail"), text(texts, "issueDetailItems")),
                        joined(text(texts, "remediationDetail"), text(texts, "remediationBackground")),
                        text(texts, "references"),
                        text(texts, "vulnerabilityClassifications"))
                .handTo(sink, sites, place);
    }

    private static String items(HardenedXml xml) throws IOException {
        StringBuilder items = new StringBuilder();
        xml.children(name -> items.append("<p>").append(xml.text().strip()).append("</p>"));
        return items.toString();
    }

    /** The location adds the parameter to the path. */
    private static String located(Map<String, String> texts) {
        String location = text(texts, "location");
        return location.equals(text(texts, "path")) || location.isEmpty() ? "" : "<p>" + location + "</p>";
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static String text(Map<String, String> texts, String name) {
        return texts.getOrDefault(name, "");
    }
}
