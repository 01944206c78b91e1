package io.closeout.intake.parser.qualys;

import io.closeout.intake.parser.CheckSelection;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.PortRange;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scan of the WAS API. It counts its findings by severity and does not say which has which, so all count as Medium until a person or
 * a report says otherwise; that is reported.
 */
final class QualysWasScan {

    private static final Severity NOT_SAID = Severity.MEDIUM;

    private final ScanSink sink;
    private final FormatDescriptor format;
    private final QualysWebApps apps = new QualysWebApps();
    private final Map<String, String> facts = new HashMap<>();
    private @Nullable Instant end;
    private boolean headerGiven;
    private boolean severityMissing;

    QualysWasScan(ScanSink sink, FormatDescriptor format) {
        this.sink = sink;
        this.format = format;
    }

    void read(HardenedXml xml, String root) throws IOException {
        xml.children(part -> part(xml, root.equals("WasScan") ? "" : root + "/", part));
    }

    /** @param inside the envelope around the scan; empty inside the scan itself */
    private void part(HardenedXml xml, String inside, String name) throws IOException {
        if (!inside.isEmpty()) {
            xml.children(child -> part(xml, name.equals("WasScan") ? "" : inside, child));
            return;
        }
        switch (name) {
            case "name" -> facts.put("title", xml.text().strip());
            case "profile" -> xml.children(child -> fact(xml, child, "name", "profile"));
            case "target" -> xml.children(child -> xml.children(fact -> fact(xml, fact, "url", "url")));
            case "stats" -> xml.children(child -> xml.children(count -> level(xml, count)));
            case "endScanDate" -> end = QualysTimes.moment(xml.text());
            case "vulns", "sensitiveContents", "igs" -> list(xml, name.equals("igs"));
            default -> xml.skip();
        }
    }

    private void fact(HardenedXml xml, String name, String wanted, String as) throws IOException {
        if (name.equals(wanted)) {
            facts.put(as, xml.text().strip());
        }
    }

    private void level(HardenedXml xml, String name) throws IOException {
        if (name.startsWith("nbVulnsLevel")) {
            facts.put(name, xml.text().strip());
        }
    }

    private void list(HardenedXml xml, boolean information) throws IOException {
        giveHeader();
        xml.children(name -> {
            if (name.equals("list")) {
                xml.children(entry -> finding(xml, information));
            }
        });
    }

    private void finding(HardenedXml xml, boolean information) throws IOException {
        String place = xml.place();
        Map<String, String> told = new HashMap<>();
        List<String> lines = new ArrayList<>();
        xml.children(name -> read(xml, name, told, lines));
        String id = told.getOrDefault("qid", "");
        if (id.isEmpty()) {
            sink.skipped(Skipped.result(place, "a result without qid"));
            return;
        }
        QualysWebApps.Place where = apps.place(told.getOrDefault("uri", ""), facts.getOrDefault("url", ""));
        Severity severity = severity(information, told.getOrDefault("severity", ""));
        Sighting sighting = new Sighting(where.number(), where.application(), id, severity, where.path());
        if (sink.sighted(sighting)) {
            sink.record(ScanRecord.of(sighting)
                    .title(told.getOrDefault("title", ""))
                    .type(ScanRecord.CheckType.REMOTE)
                    .output(String.join("\n", lines))
                    .build());
        }
    }

    private Severity severity(boolean information, String level) {
        Severity said = QualysWords.severity(information, level);
        severityMissing |= said == null;
        return said == null ? NOT_SAID : said;
    }

    private static void read(HardenedXml xml, String name, Map<String, String> told, List<String> lines)
            throws IOException {
        switch (name) {
            case "qid", "title", "severity" -> told.put(name, xml.text().strip());
            case "uri", "param", "form", "payload" -> {
                told.putIfAbsent(name, line(xml, name, lines));
            }
            case "result", "data" -> {
                boolean encoded = "true".equals(xml.attribute("base64"));
                String text = xml.text();
                lines.add((encoded ? QualysWasResult.decoded(text) : text).strip());
            }
            case "instances", "list", "WasScanVulnInstance", "payloads", "WasScanVulnPayload" ->
                xml.children(child -> read(xml, child, told, lines));
            default -> xml.skip();
        }
    }

    private static String line(HardenedXml xml, String name, List<String> lines) throws IOException {
        String text = QualysWords.known(xml.text());
        if (!text.isEmpty()) {
            lines.add(name + ": " + text);
        }
        return text;
    }

    private void giveHeader() {
        if (!headerGiven) {
            headerGiven = true;
            sink.header(new ScanHeader(
                    format.scanner(),
                    format.format(),
                    facts.getOrDefault("title", ""),
                    facts.getOrDefault("profile", ""),
                    new CheckSelection.Builder().build(),
                    PortRange.of("")));
        }
    }

    void finish() {
        giveHeader();
        if (severityMissing) {
            sink.skipped(new Skipped(
                    "the whole file",
                    "it does not say how severe each finding is, only how many there are of each level (5: "
                            + facts.getOrDefault("nbVulnsLevel5", "?") + ", 4: "
                            + facts.getOrDefault("nbVulnsLevel4", "?")
                            + "). All are taken as Medium; hand in the report of"
                            + " the scan as XML to have them rated"));
        }
        apps.finish(sink, end);
    }
}
