package io.closeout.intake.parser.checkmarx;

import io.closeout.intake.parser.CweList;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.LabelledLines;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.checkmarx.CheckmarxResults.Place;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The report of CxSAST: queries, and for each its results with their way through the code. */
public final class CheckmarxXmlParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "checkmarx-xml",
            CheckmarxResults.SCANNER,
            "Checkmarx CxSAST (XML)",
            "CxSAST 8.6 to 9.7",
            "In the portal open All Scans, choose Create Report at the scan, format XML.",
            "Checkmarx, \"Generating scan reports\" (docs.checkmarx.com)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.xmlRoot().filter("CxXMLResults"::equals).isPresent();
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        try (HardenedXml xml = HardenedXml.open(in.open())) {
            xml.root();
            CheckmarxResults results = new CheckmarxResults(DESCRIPTOR, sink);
            String project = attribute(xml, "ProjectName");
            results.asset(project);
            xml.children(name -> {
                if (name.equals("Query")) {
                    Query query = Query.at(xml, project);
                    xml.children(child -> {
                        if (child.equals("Result")) {
                            result(xml, query, results);
                        }
                    });
                }
            });
            xml.finish();
            results.finish();
        }
    }

    private record Query(
            String project,
            String name,
            String group,
            String language,
            String categories,
            String cwe,
            String severity) {

        static Query at(HardenedXml xml, String project) {
            return new Query(
                    project,
                    attribute(xml, "name"),
                    attribute(xml, "group"),
                    attribute(xml, "Language"),
                    attribute(xml, "categories"),
                    attribute(xml, "cweId"),
                    attribute(xml, "Severity"));
        }
    }

    private static void result(HardenedXml xml, Query query, CheckmarxResults results) throws IOException {
        String where = xml.place();
        boolean isFalse = attribute(xml, "FalsePositive").equalsIgnoreCase("true");
        String severity = attribute(xml, "Severity");
        String state = attribute(xml, "Status").equals("Fixed") ? "fixed" : attribute(xml, "state");
        String link = attribute(xml, "DeepLink");
        LabelledLines output = start(xml);
        String start = attribute(xml, "FileName");
        Map<String, String> sink = sink(xml);
        output.line("Ends in", sink.getOrDefault("FileName", ""))
                .line("Line there", sink.getOrDefault("Line", ""))
                .line("Object", sink.getOrDefault("Name", ""));
        Place place = new Place(
                where,
                query.project(),
                query.name(),
                sink.getOrDefault("FileName", start),
                severity.isEmpty() ? query.severity() : severity,
                isFalse ? "not exploitable" : state);
        results.add(place, record -> record.family(query.group().replace('_', ' '))
                .synopsis(query.language())
                .description(query.categories().replace(',', '\n').replace(";", ": "))
                .output(output.text())
                .seeAlso(CheckmarxTexts.links(link))
                .crossReferences(CweList.ofNumber(query.cwe())));
    }

    private static LabelledLines start(HardenedXml xml) {
        return new LabelledLines()
                .line("File", attribute(xml, "FileName"))
                .line("Line", attribute(xml, "Line"))
                .line("Status", attribute(xml, "Status"))
                .line("First found", attribute(xml, "DetectionDate"))
                .line("Remark", attribute(xml, "Remark"));
    }

    /** Texts of the last node of the path; code is left out. */
    private static Map<String, String> sink(HardenedXml xml) throws IOException {
        Map<String, String> last = new HashMap<>();
        xml.children(path -> xml.children(node -> {
            if (node.equals("PathNode")) {
                last.clear();
                xml.children(name -> {
                    if (!name.equals("Snippet")) {
                        last.put(name, xml.text().strip());
                    }
                });
            }
        }));
        return last;
    }

    private static String attribute(HardenedXml xml, String name) {
        String text = xml.attribute(name);
        return text == null ? "" : text.strip();
    }
}
