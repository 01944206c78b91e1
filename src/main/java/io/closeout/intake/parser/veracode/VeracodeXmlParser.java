package io.closeout.intake.parser.veracode;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScanTimes;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.dependency.ListedFindings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The detailed report: flaws of static, dynamic and manual analysis by severity, category and CWE, and vulnerable components. */
public final class VeracodeXmlParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "veracode-xml",
            VeracodeScale.SCANNER,
            "Veracode (detailed report XML)",
            "detailed report 1.4 and 1.5",
            "On the platform open the scan's results, then Report, Download, Detailed XML Report; or the API detailedreport.do.",
            "Veracode, \"Detailed report XML schema\" (docs.veracode.com, detailedreport.xsd)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.xmlRoot()
                .filter(root -> root.equals("detailedreport") || root.equals("summaryreport"))
                .isPresent();
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        try (HardenedXml xml = HardenedXml.open(in.open())) {
            if (xml.root().equals("summaryreport")) {
                throw ScanUnreadable.because(
                        "It is Veracode's summary report, which only counts flaws. Download the detailed XML report.");
            }
            ListedFindings findings = new ListedFindings(sink, VeracodeScale.SCALE);
            String application = attribute(xml, "app_name");
            findings.header(DESCRIPTOR, attribute(xml, "version"));
            VeracodeFlaws flaws = new VeracodeFlaws(xml, application, findings);
            VeracodeComponents components = new VeracodeComponents(xml, application, findings);
            xml.children(name -> {
                switch (name) {
                    case "static-analysis" -> analysed(xml, application, findings);
                    case "severity" -> flaws.read();
                    case "software_composition_analysis" -> components.read();
                    default -> xml.skip();
                }
            });
            xml.finish();
            findings.finish();
        }
    }

    private static void analysed(HardenedXml xml, String application, ListedFindings findings) {
        findings.asset(application)
                .start(ScanTimes.of(withoutZone(attribute(xml, "submitted_date"))))
                .end(ScanTimes.of(withoutZone(attribute(xml, "published_date"))));
    }

    /** Always UTC. */
    private static String withoutZone(String time) {
        return time.replace(" UTC", "");
    }

    static String attribute(HardenedXml xml, String name) {
        String text = xml.attribute(name);
        return text == null ? "" : text.strip();
    }

    /** Prose in attributes named {@code text}, each element a paragraph, items within it as such. */
    static String prose(HardenedXml xml) throws IOException {
        List<String> lines = new ArrayList<>();
        paragraphs(xml, lines);
        return String.join("\n", lines);
    }

    private static void paragraphs(HardenedXml xml, List<String> lines) throws IOException {
        xml.children(name -> {
            String text = attribute(xml, "text");
            if (!text.isEmpty()) {
                lines.add(name.equals("bulletitem") ? "- " + text : text);
            }
            paragraphs(xml, lines);
        });
    }
}
