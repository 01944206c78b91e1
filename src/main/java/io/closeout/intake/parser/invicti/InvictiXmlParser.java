package io.closeout.intake.parser.invicti;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.HtmlText;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.WebSites;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The XML reports of the desktop product (a flat list) and of the service. */
public final class InvictiXmlParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "invicti-xml",
            InvictiJsonParser.SCANNER,
            "Invicti and Netsparker (XML)",
            "Netsparker Desktop 3 to 6, Netsparker and Invicti Enterprise, Acunetix 360",
            "Desktop: Reporting, Vulnerabilities List (XML). Service: open the scan, Export, report Vulnerabilities List, format XML.",
            "Invicti, \"Report templates\" (invicti.com/support)",
            1);

    private static final Set<String> ROOTS = Set.of(
            "netsparker", "netsparker-enterprise", "netsparker-cloud", "invicti", "invicti-enterprise", "acunetix-360");

    /** Cookies and passwords, and what is said in other words elsewhere. */
    private static final Set<String> PASSED_OVER =
            Set.of("rawrequest", "rawresponse", "http-request", "http-response", "exploitation-skills", "tags");

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.xmlRoot().filter(ROOTS::contains).isPresent();
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        try (HardenedXml xml = HardenedXml.open(in.open())) {
            xml.root();
            sink.header(ScanHeader.of(DESCRIPTOR));
            Reading reading = new Reading(xml, sink);
            String generated = xml.attribute("generated");
            reading.clock.note(generated == null ? "" : generated);
            reading.list();
            xml.finish();
            reading.sites.allScanned(reading.clock.start(), reading.clock.end());
            reading.sites.handTo(sink);
        }
    }

    private static final class Reading {

        private final HardenedXml xml;
        private final ScanSink sink;
        private final WebSites sites = new WebSites();
        private final ScanClock clock = new ScanClock();

        Reading(HardenedXml xml, ScanSink sink) {
            this.xml = xml;
            this.sink = sink;
        }

        void list() throws IOException {
            xml.children(name -> {
                switch (name) {
                    case "target" -> target();
                    case "vulnerabilities" -> list();
                    case "vulnerability" -> issue();
                    default -> {
                        // settings of the report
                    }
                }
            });
        }

        private void target() throws IOException {
            xml.children(name -> {
                if (name.equals("initiated")) {
                    clock.initiated(xml.text());
                } else if (name.equals("duration")) {
                    clock.duration(xml.text());
                }
            });
        }

        private void issue() throws IOException {
            String place = xml.place();
            Map<String, String> told = new HashMap<>();
            String confirmed = xml.attribute("confirmed");
            told.put("confirmed", confirmed == null ? "" : confirmed);
            xml.children(name -> part(name.toLowerCase(Locale.ROOT), told));
            Stream.of("firstseendate", "lastseendate").forEach(each -> clock.note(told.getOrDefault(each, "")));
            issue(told, place).handTo(sink, sites, place);
        }

        private void part(String name, Map<String, String> told) throws IOException {
            switch (name) {
                case "classification" -> xml.children(each -> classified(each.toLowerCase(Locale.ROOT), told));
                case "extrainformation", "extra-information" -> xml.children(each -> fact(told));
                case "knownvulnerabilities", "known-vulnerabilities" -> told.put(name, xml.text());
                default -> {
                    if (!PASSED_OVER.contains(name)) {
                        told.put(name, xml.text().strip());
                    }
                }
            }
        }

        private void classified(String name, Map<String, String> told) throws IOException {
            if (name.equals("cvss") || name.equals("cvss31") || name.equals("cvss40")) {
                xml.children(part -> {
                    if (part.equals("vector")) {
                        told.put(name, xml.text().strip());
                    } else if (part.equals("score")) {
                        score(name, told);
                    }
                });
            } else {
                told.put(name, xml.text().strip());
            }
        }

        private void score(String name, Map<String, String> told) throws IOException {
            String[] score = {"", ""};
            xml.children(part -> {
                if (part.equals("type")) {
                    score[0] = xml.text().strip();
                } else if (part.equals("value")) {
                    score[1] = xml.text().strip();
                }
            });
            if (score[0].equals("Base")) {
                told.put(name + "-score", score[1]);
            }
        }

        private void fact(Map<String, String> told) throws IOException {
            String name = xml.attribute("name");
            String fact = xml.attribute("value");
            // written twice as entities
            String line = HtmlText.unescaped(
                    name == null
                            ? xml.text().strip()
                            : name + ": " + (fact == null ? xml.text().strip() : fact));
            told.merge("facts", line, (before, more) -> before + "\n" + more);
        }

        private InvictiIssue issue(Map<String, String> told, String place) {
            return new InvictiIssue(
                    any(told, "type"),
                    any(told, "name", "title"),
                    any(told, "url"),
                    any(told, "severity"),
                    any(told, "state"),
                    any(told, "confirmed"),
                    any(told, "vulnerableparameter"),
                    any(told, "description"),
                    any(told, "impact"),
                    (any(told, "remedial-procedure", "remedy") + "\n" + any(told, "remedial-actions", "actionstotake"))
                            .strip(),
                    any(told, "external-references", "externalreferences") + any(told, "remedy-references"),
                    any(told, "cwe"),
                    any(told, "known-vulnerabilities", "knownvulnerabilities"),
                    any(told, "facts"),
                    new CvssScores(
                            null,
                            null,
                            score(place, any(told, "cvss31-score", "cvss-score")),
                            any(told, "cvss31", "cvss"),
                            score(place, any(told, "cvss40-score")),
                            any(told, "cvss40")));
        }

        private @Nullable Double score(String place, String text) {
            return CvssScores.score("CVSS", text, place, sink);
        }

        private static String any(Map<String, String> told, String... names) {
            return Stream.of(names)
                    .map(name -> told.getOrDefault(name, ""))
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
        }
    }
}
