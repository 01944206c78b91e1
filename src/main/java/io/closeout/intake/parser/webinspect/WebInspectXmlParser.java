package io.closeout.intake.parser.webinspect;

import io.closeout.intake.parser.CveList;
import io.closeout.intake.parser.CweList;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.HtmlText;
import io.closeout.intake.parser.LabelledLines;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.intake.parser.WebSites;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sessions, each with its address, then its issues. When the scan ran the file does not say. */
public final class WebInspectXmlParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "webinspect-xml",
            "webinspect",
            "Fortify WebInspect (XML)",
            "WebInspect 10 to 24",
            "File, Export, Scan Details, details Full or Vulnerabilities, format XML.",
            "OpenText, \"Fortify WebInspect User Guide\", Exporting scan details",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.xmlRoot().filter("Sessions"::equals).isPresent();
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        try (HardenedXml xml = HardenedXml.open(in.open())) {
            xml.root();
            sink.header(ScanHeader.of(DESCRIPTOR));
            WebSites sites = new WebSites();
            xml.children(name -> {
                if (name.equals("Session")) {
                    session(xml, sink, sites);
                }
            });
            xml.finish();
            sites.handTo(sink);
        }
    }

    private static void session(HardenedXml xml, ScanSink sink, WebSites sites) throws IOException {
        String[] url = {""};
        xml.children(name -> {
            if (name.equals("URL")) {
                url[0] = xml.text().strip();
            } else if (name.equals("Issues")) {
                xml.children(each -> Issue.read(xml, url[0]).handTo(sink, sites));
            }
        });
    }

    /** Requests and responses stand outside of it, in the session, and are left there. */
    private static final class Issue {

        private final String place;
        private final String url;
        private final Map<String, String> told = new HashMap<>();
        private final Map<String, String> sections = new HashMap<>();
        private final List<String> classes = new ArrayList<>();

        private Issue(String place, String url) {
            this.place = place;
            this.url = url;
        }

        static Issue read(HardenedXml xml, String url) throws IOException {
            Issue issue = new Issue(xml.place(), url);
            xml.children(name -> {
                switch (name) {
                    case "Classifications" -> xml.children(each -> issue.classified(xml));
                    case "ReportSection" -> issue.section(xml);
                    case "AttackHTTPRequest" -> xml.skip();
                    default -> issue.told.put(name, xml.text().strip());
                }
            });
            return issue;
        }

        private void classified(HardenedXml xml) throws IOException {
            String identifier = xml.attribute("identifier");
            classes.add(
                    (identifier == null ? "" : identifier) + " " + xml.text().strip());
        }

        private void section(HardenedXml xml) throws IOException {
            String[] part = {"", ""};
            xml.children(name -> part[name.equals("Name") ? 0 : 1] = xml.text().strip());
            sections.put(part[0], part[1]);
        }

        private String get(String name) {
            return told.getOrDefault(name, "");
        }

        private String prose(String section) {
            return HtmlText.plain(sections.getOrDefault(section, ""));
        }

        void handTo(ScanSink sink, WebSites sites) {
            String check = get("VulnerabilityID").isEmpty() ? get("Name") : get("VulnerabilityID");
            if (check.isEmpty()) {
                sink.skipped(Skipped.result(place, "an issue without id and name"));
                return;
            }
            Severity word = word();
            if (word == null) {
                sink.skipped(
                        Skipped.result(place, get("Name") + " has the unknown severity \"" + get("Severity") + "\""));
                return;
            }
            Sighting sighting = sites.at(url).sighting(check, word);
            if (sink.sighted(sighting)) {
                sink.record(record(sighting));
            }
        }

        /** WebInspect User Guide, "Severity": 0 normal to 4 critical. */
        private @Nullable Severity word() {
            return switch (get("Severity")) {
                case "0" -> Severity.INFO;
                case "1" -> Severity.LOW;
                case "2" -> Severity.MEDIUM;
                case "3" -> Severity.HIGH;
                case "4" -> Severity.CRITICAL;
                default -> null;
            };
        }

        private ScanRecord record(Sighting sighting) {
            String references = sections.getOrDefault("Reference Info", "");
            return ScanRecord.of(sighting)
                    .title(get("Name"))
                    .family(get("CheckTypeID"))
                    .type(ScanRecord.CheckType.REMOTE)
                    .description(Stream.of(prose("Summary"), prose("Implication"))
                            .filter(text -> !text.isEmpty())
                            .collect(Collectors.joining("\n\n")))
                    .solution(prose("Fix"))
                    .output(new LabelledLines()
                            .line("Address", url)
                            .block("How it was found", prose("Execution"))
                            .text())
                    .cves(CveList.in(get("Name") + " " + references + " " + String.join(" ", classes)))
                    .seeAlso(HtmlText.links(references))
                    .crossReferences(CweList.in(String.join(" ", classes)))
                    .build();
        }
    }
}
