package io.closeout.intake.parser.acunetix;

import io.closeout.intake.parser.CveList;
import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.CweList;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.HtmlText;
import io.closeout.intake.parser.LabelledLines;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.intake.parser.WebAddress;
import io.closeout.intake.parser.WebSites;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A report item: one kind of issue at one place. Requests and responses are left out, since they carry cookies and passwords. */
final class AcunetixItem {

    private final String place;
    private final Map<String, String> told = new HashMap<>();
    private final List<String> lists = new ArrayList<>();
    private final List<String> links = new ArrayList<>();

    private AcunetixItem(String place) {
        this.place = place;
    }

    static AcunetixItem read(HardenedXml xml) throws IOException {
        AcunetixItem item = new AcunetixItem(xml.place());
        xml.children(name -> {
            switch (name) {
                case "CWEList", "CVEList" -> xml.children(each -> item.lists.add(xml.text()));
                case "References" ->
                    xml.children(reference -> xml.children(part -> {
                        if (part.equals("URL")) {
                            item.links.add(xml.text().strip());
                        }
                    }));
                case "CVSS", "CVSS3", "CVSS4" ->
                    xml.children(part -> item.told.put(name + part, xml.text().strip()));
                case "TechnicalDetails" -> xml.skip();
                default -> item.told.put(name, xml.text().strip());
            }
        });
        return item;
    }

    private String get(String name) {
        return told.getOrDefault(name, "");
    }

    /** @param site that was scanned */
    void handTo(ScanSink sink, WebSites sites, String site) {
        String name = get("Name");
        if (name.isEmpty()) {
            sink.skipped(Skipped.result(place, "a report item without name"));
            return;
        }
        if (get("IsFalsePositive").matches("(?i)true|1|yes")) {
            sink.skipped(Skipped.result(place, name + " is marked as a false positive"));
            return;
        }
        Severity word = word();
        if (word == null) {
            sink.skipped(Skipped.result(place, name + " has the unknown severity \"" + get("Severity") + "\""));
            return;
        }
        Sighting sighting = sites.at(address(site)).sighting(name, word);
        if (sink.sighted(sighting)) {
            sink.record(record(sighting, sink));
        }
    }

    /** What is affected is a path of the site, or words such as "Web Server". */
    private String address(String site) {
        String affected = get("Affects");
        return WebAddress.of(affected).isPresent()
                ? affected
                : WebAddress.of(site)
                        .filter(known -> affected.startsWith("/"))
                        .map(known -> known.origin() + affected)
                        .orElse(site);
    }

    /** Acunetix, "Vulnerability severity levels". */
    private @Nullable Severity word() {
        return switch (get("Severity").toLowerCase(Locale.ROOT)) {
            case "critical" -> Severity.CRITICAL;
            case "high" -> Severity.HIGH;
            case "medium" -> Severity.MEDIUM;
            case "low" -> Severity.LOW;
            case "info", "informational", "information" -> Severity.INFO;
            default -> null;
        };
    }

    private ScanRecord record(Sighting sighting, ScanSink sink) {
        String classes = String.join(" ", lists);
        return ScanRecord.of(sighting)
                .title(get("Name"))
                .family(get("Type"))
                .type(ScanRecord.CheckType.REMOTE)
                .cvss(new CvssScores(
                        score("CVSS", sink),
                        get("CVSSDescriptor"),
                        score("CVSS3", sink),
                        get("CVSS3Descriptor"),
                        score("CVSS4", sink),
                        get("CVSS4Descriptor")))
                .description(paragraphs("Description", "Impact", "DetailedInformation"))
                .solution(HtmlText.plain(get("Recommendation")))
                .output(new LabelledLines()
                        .line("Affects", get("Affects"))
                        .line("Parameter", get("Parameter"))
                        .line("Module", get("ModuleName"))
                        .block("Found", HtmlText.plain(get("Details")))
                        .text())
                .cves(CveList.in(classes + " " + get("Name")))
                .seeAlso(links.stream()
                        .filter(link -> !link.isEmpty())
                        .distinct()
                        .toList())
                .crossReferences(CweList.in(classes))
                .build();
    }

    private @Nullable Double score(String version, ScanSink sink) {
        return CvssScores.score(version, get(version + "Score"), place, sink);
    }

    private String paragraphs(String... names) {
        return Stream.of(names)
                .map(name -> HtmlText.plain(get(name)))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }
}
