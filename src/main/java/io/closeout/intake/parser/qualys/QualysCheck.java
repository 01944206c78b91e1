package io.closeout.intake.parser.qualys;

import io.closeout.intake.parser.CveList;
import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.HtmlMemory;
import io.closeout.intake.parser.HtmlText;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanRecord.ExploitFacts;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.Sighting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a file says of one check: a result of a scan, or an entry of the glossary that reports carry. The dialects name their parts
 * differently and agree in what they mean.
 */
final class QualysCheck {

    private final HardenedXml xml;
    private final ScanSink sink;
    private final HtmlMemory memory;
    private final String place;

    private final Map<String, String> texts = new HashMap<>();
    private final Set<String> cves = new LinkedHashSet<>();
    private final Set<String> links = new LinkedHashSet<>();
    private final Set<String> references = new LinkedHashSet<>();
    private final Set<String> frameworks = new LinkedHashSet<>();
    private boolean malware;

    private QualysCheck(HardenedXml xml, ScanSink sink, HtmlMemory memory) {
        this.xml = xml;
        this.sink = sink;
        this.memory = memory;
        this.place = xml.place();
    }

    /** Reads the children of the element at hand. */
    static QualysCheck read(HardenedXml xml, ScanSink sink, HtmlMemory memory) throws IOException {
        QualysCheck check = new QualysCheck(xml, sink, memory);
        xml.children(check::part);
        return check;
    }

    private void part(String name) throws IOException {
        switch (name) {
            case "DIAGNOSIS", "THREAT", "DESCRIPTION" -> html("description");
            case "CONSEQUENCE", "IMPACT" -> html("impact");
            case "SOLUTION" -> html("solution");
            case "QID", "TITLE", "SEVERITY", "CATEGORY", "GROUP", "RESULT", "CVSS_BASE", "CVSS3_BASE" ->
                texts.put(name, QualysWords.known(xml.text()));
            case "CVSS_SCORE", "CVSS3_SCORE" -> xml.children(this::part);
            case "CVSS_V3" -> xml.children(this::version3);
            case "CVE_ID_LIST" -> entries("");
            case "BUGTRAQ_ID_LIST" -> entries("BID:");
            case "VENDOR_REFERENCE_LIST" -> xml.children(entry -> xml.children(this::vendor));
            case "CWE", "WASC", "OWASP" -> reference(xml.text());
            case "CORRELATION" -> xml.children(this::correlation);
            default -> xml.skip();
        }
    }

    private void html(String name) throws IOException {
        HtmlText.Prose prose = memory.read(xml.text());
        links.addAll(prose.links());
        texts.put(name, QualysWords.known(prose.text()));
    }

    private void version3(String name) throws IOException {
        if (name.equals("BASE")) {
            texts.put("CVSS3_BASE", QualysWords.known(xml.text()));
        }
    }

    private void entries(String catalogue) throws IOException {
        xml.children(entry -> xml.children(name -> {
            if (name.equals("ID") && catalogue.isEmpty()) {
                cves.addAll(CveList.in(xml.text()));
            } else if (name.equals("ID")) {
                reference(catalogue + xml.text().strip());
            }
        }));
    }

    private void vendor(String name) throws IOException {
        if (name.equals("ID")) {
            reference(xml.text());
        } else if (name.equals("URL")) {
            String address = xml.text().strip();
            if (address.startsWith("http")) {
                links.add(address);
            }
        }
    }

    private void reference(String text) {
        String known = QualysWords.known(text);
        if (!known.isEmpty()) {
            references.add(known);
        }
    }

    private void correlation(String name) throws IOException {
        if (name.equals("EXPLOITABILITY")) {
            xml.children(source -> xml.children(child -> {
                if (child.equals("SRC_NAME")) {
                    frameworks.add(xml.text().strip());
                }
            }));
        } else if (name.equals("MALWARE")) {
            malware = true;
        }
    }

    String id() {
        return text("QID");
    }

    String level() {
        return text("SEVERITY");
    }

    String category() {
        return text("CATEGORY").isEmpty() ? text("GROUP") : text("CATEGORY");
    }

    /** What the check found; empty in a glossary. */
    String result() {
        return text("RESULT");
    }

    private String text(String name) {
        return texts.getOrDefault(name, "");
    }

    /**
     * All that concerns the check.
     *
     * @param moreCves that stand elsewhere in the file
     */
    ScanRecord.Builder record(Sighting sighting, String category, String moreCves) {
        List<String> all = new ArrayList<>(cves);
        CveList.in(moreCves).stream().filter(cve -> !cves.contains(cve)).forEach(all::add);
        return ScanRecord.of(sighting)
                .title(text("TITLE"))
                .family(category)
                .type(QualysWords.type(category, sighting.location()))
                .cvss(cvss())
                .description(Stream.of("description", "impact")
                        .map(this::text)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n\n")))
                .solution(text("solution"))
                .cves(all)
                .seeAlso(List.copyOf(links))
                .crossReferences(List.copyOf(references))
                .exploit(new ExploitFacts(!frameworks.isEmpty(), malware, "", List.copyOf(frameworks)));
    }

    private CvssScores cvss() {
        return QualysScore.both(
                QualysScore.of("CVSS", text("CVSS_BASE"), place, sink),
                QualysScore.of("CVSS3", text("CVSS3_BASE"), place, sink));
    }
}
