package io.closeout.intake.parser.tenable;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanRecord.CheckType;
import io.closeout.intake.parser.ScanRecord.ComplianceResult;
import io.closeout.intake.parser.ScanRecord.ExploitFacts;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.policy.Rating;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The inside of one {@code ReportItem}. */
final class NessusDetails {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy/MM/dd");
    private static final String FRAMEWORK = "exploit_framework_";

    private final HardenedXml xml;
    private final ScanSink sink;
    private final String place;
    private final String title;
    private final String family;
    private final String service;
    private final Map<String, String> texts = new HashMap<>();
    private final Set<String> cves = new LinkedHashSet<>();
    private final List<String> seeAlso = new ArrayList<>();
    private final List<String> crossReferences = new ArrayList<>();
    private final List<String> frameworks = new ArrayList<>();

    /** Takes the attributes of the current element. */
    NessusDetails(HardenedXml xml, ScanSink sink) {
        this.xml = xml;
        this.sink = sink;
        this.place = xml.place();
        this.title = attribute("pluginName");
        this.family = attribute("pluginFamily");
        this.service = attribute("svc_name");
    }

    private String attribute(String name) {
        String value = xml.attribute(name);
        return value == null ? "" : value.strip();
    }

    void read() throws IOException {
        xml.children(name -> keep(name, xml.text().strip()));
    }

    private void keep(String name, String text) {
        switch (name) {
            case "cve" -> cves.add(text);
            case "see_also" ->
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(seeAlso::add);
            case "xref" -> crossReferences.add(text);
            case "cwe", "bid" -> crossReferences.add(name.toUpperCase(Locale.ROOT) + ":" + text);
            default -> texts.merge(name, text, (one, other) -> one + "\n" + other);
        }
        if (name.startsWith(FRAMEWORK) && text.equals("true")) {
            frameworks.add(name.substring(FRAMEWORK.length()));
        }
    }

    String output() {
        return text("plugin_output");
    }

    ScanRecord record(Sighting sighting) {
        CvssScores cvss = cvss();
        return new ScanRecord(
                sighting,
                title.isEmpty() ? "Check " + sighting.checkId() : title,
                family,
                Rating.of(sighting.scannerSeverity(), cvss.v2(), cvss.v3(), cvss.v4()),
                cvss,
                service,
                type(),
                text("synopsis"),
                text("description"),
                text("solution"),
                output(),
                List.copyOf(cves),
                seeAlso,
                crossReferences.stream().distinct().toList(),
                exploit(),
                date("vuln_publication_date"),
                date("patch_publication_date"),
                compliance());
    }

    private String text(String name) {
        return texts.getOrDefault(name, "");
    }

    private CvssScores cvss() {
        return new CvssScores(
                score("cvss_base_score"),
                texts.get("cvss_vector"),
                score("cvss3_base_score"),
                texts.get("cvss3_vector"),
                score("cvss4_base_score"),
                texts.get("cvss4_vector"));
    }

    private @Nullable Double score(String name) {
        return CvssScores.score(name, text(name), place, sink);
    }

    private @Nullable LocalDate date(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text, DATE);
        } catch (DateTimeException e) {
            sink.skipped(new Skipped(place, name + " \"" + text + "\" is no date like 2024/12/31"));
            return null;
        }
    }

    private CheckType type() {
        return switch (text("plugin_type")) {
            case "local" -> CheckType.LOCAL;
            case "remote" -> CheckType.REMOTE;
            case "combined" -> CheckType.COMBINED;
            default -> CheckType.UNKNOWN;
        };
    }

    private ExploitFacts exploit() {
        return new ExploitFacts(
                text("exploit_available").equals("true"),
                text("exploited_by_malware").equals("true"),
                text("exploitability_ease"),
                frameworks);
    }

    private @Nullable ComplianceResult compliance() {
        if (Stream.of("compliance-result", "compliance-check-name").noneMatch(texts::containsKey)) {
            return null;
        }
        return new ComplianceResult(
                text("compliance-check-name"),
                text("compliance-check-id"),
                text("compliance-result"),
                text("compliance-actual-value"),
                text("compliance-policy-value"));
    }
}
