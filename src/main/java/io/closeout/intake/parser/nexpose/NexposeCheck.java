package io.closeout.intake.parser.nexpose;

import io.closeout.intake.parser.CveList;
import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanRecord.ExploitFacts;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.Sighting;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@code vulnerability} of the definitions: what a check looks for. */
final class NexposeCheck {

    private static final List<String> ATTRIBUTES =
            List.of("id", "title", "severity", "cvssScore", "cvssVector", "cvssV3Score", "cvssV3Vector", "published");

    private final HardenedXml xml;
    private final ScanSink sink;
    private final String place;

    private final Map<String, String> facts = new HashMap<>();
    private final Set<String> cves = new LinkedHashSet<>();
    private final Set<String> links = new LinkedHashSet<>();
    private final List<String> references = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private final Set<String> frameworks = new LinkedHashSet<>();
    private boolean malware;

    private NexposeCheck(HardenedXml xml, ScanSink sink) {
        this.xml = xml;
        this.sink = sink;
        this.place = xml.place();
    }

    static NexposeCheck read(HardenedXml xml, ScanSink sink) throws IOException {
        NexposeCheck check = new NexposeCheck(xml, sink);
        ATTRIBUTES.forEach(name -> check.facts.put(name, NexposeFacts.orEmpty(xml.attribute(name))));
        xml.children(check::part);
        return check;
    }

    private void part(String name) throws IOException {
        switch (name) {
            case "description", "solution" -> {
                NexposeText prose = NexposeText.read(xml);
                facts.put(name, prose.text());
                links.addAll(prose.links());
            }
            case "references" -> xml.children(reference -> reference());
            case "tags" -> xml.children(tag -> tags.add(xml.text().strip()));
            case "exploits" -> xml.children(exploit -> frameworks.add(NexposeFacts.orEmpty(xml.attribute("type"))));
            case "malware" -> xml.children(kit -> malware = true);
            default -> xml.skip();
        }
    }

    private void reference() throws IOException {
        String source = NexposeFacts.orEmpty(xml.attribute("source"));
        String text = xml.text().strip();
        switch (source) {
            case "CVE" -> cves.addAll(CveList.in(text));
            case "URL" -> links.add(text);
            default -> references.add(source + ":" + text);
        }
    }

    String id() {
        return fact("id");
    }

    private String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    /**
     * Nexpose rounds the score to a severity of 1 to 10 (InsightVM documentation, "Working with vulnerabilities"), so the bands of CVSS
     * hold. Null if it is no such number.
     */
    @Nullable
    Severity severity() {
        return switch (fact("severity")) {
            case "10", "9" -> Severity.CRITICAL;
            case "8", "7" -> Severity.HIGH;
            case "6", "5", "4" -> Severity.MEDIUM;
            case "3", "2", "1" -> Severity.LOW;
            case "0" -> Severity.INFO;
            default -> null;
        };
    }

    /** All that concerns the check. */
    ScanRecord.Builder record(Sighting sighting) {
        return ScanRecord.of(sighting)
                .title(fact("title"))
                .family(String.join(", ", tags))
                .cvss(new CvssScores(
                        CvssScores.score("cvssScore", fact("cvssScore"), place, sink),
                        orNull(fact("cvssVector")),
                        CvssScores.score("cvssV3Score", fact("cvssV3Score"), place, sink),
                        orNull(fact("cvssV3Vector")),
                        null,
                        null))
                .description(fact("description"))
                .solution(fact("solution"))
                .cves(List.copyOf(cves))
                .seeAlso(List.copyOf(links))
                .crossReferences(references)
                .exploit(new ExploitFacts(!frameworks.isEmpty(), malware, "", List.copyOf(frameworks)))
                .vulnerabilityPublished(published());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private @Nullable LocalDate published() {
        Instant moment = NexposeFacts.moment(fact("published"));
        return moment == null ? null : LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
