package io.closeout.intake.parser.fortify;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.HtmlText;
import io.closeout.intake.parser.LabelledLines;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.ListedFindings.Found;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** What ReportGenerator writes as XML: sections, and in some of them issues grouped by category with the texts of the category. */
public final class FortifyReportParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "fortify-report-xml",
            FortifyPriority.SCANNER,
            "Fortify report (XML)",
            "ReportGenerator 16 to 23",
            "ReportGenerator -format xml -source shop.fpr -f shop.xml, with all issues. It does not name the project: name the asset when"
                    + " you hand it in.",
            "Fortify, \"Audit Workbench User Guide: ReportGenerator\"",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.xmlRoot().filter("ReportDefinition"::equals).isPresent();
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        try (HardenedXml xml = HardenedXml.open(in.open())) {
            xml.root();
            ListedFindings findings = new ListedFindings(sink, FortifyPriority.SCALE);
            findings.header(DESCRIPTOR, "");
            section(xml, findings);
            xml.finish();
            findings.finish();
        }
    }

    private static void section(HardenedXml xml, ListedFindings findings) throws IOException {
        xml.children(name -> {
            switch (name) {
                case "ReportSection", "SubSection", "IssueListing", "Chart" -> section(xml, findings);
                case "GroupingSection" -> group(xml, findings);
                default -> xml.skip();
            }
        });
    }

    private static void group(HardenedXml xml, ListedFindings findings) throws IOException {
        Map<String, String> texts = new HashMap<>();
        xml.children(name -> {
            switch (name) {
                case "MajorAttributeSummary" ->
                    xml.children(meta -> {
                        if (meta.equals("MetaInfo")) {
                            pair(xml, texts);
                        }
                    });
                case "Issue" -> issue(xml, texts, findings);
                default -> xml.skip();
            }
        });
    }

    private static void pair(HardenedXml xml, Map<String, String> texts) throws IOException {
        String[] both = {"", ""};
        xml.children(name -> both[name.equals("Name") ? 0 : 1] = xml.text().strip());
        texts.put(both[0], both[1]);
    }

    private static void issue(HardenedXml xml, Map<String, String> group, ListedFindings findings) throws IOException {
        String where = xml.place();
        String instance = String.valueOf(xml.attribute("iid"));
        Map<String, String> issue = new HashMap<>();
        Map<String, String> tags = new HashMap<>();
        Map<String, String> primary = new HashMap<>();
        xml.children(name -> {
            switch (name) {
                case "Tag" -> pair(xml, tags);
                case "Primary" ->
                    xml.children(child -> primary.put(child, xml.text().strip()));
                case "Source" -> xml.skip();
                default -> issue.put(name, xml.text().strip());
            }
        });
        String category = issue.getOrDefault("Category", "");
        String file = primary.getOrDefault("FilePath", "").replace('\\', '/');
        String analysis = tags.getOrDefault("Analysis", "");
        if (FortifyAudit.isNoIssue(analysis)) {
            findings.skipped(where, category + " in " + file + " is marked as \"" + analysis + "\"");
            return;
        }
        String priority = issue.getOrDefault("Friority", issue.getOrDefault("Folder", ""));
        findings.add(new Found(where, "", category, file, priority, CvssScores.NONE), record -> record.title(category)
                .family(issue.getOrDefault("Kingdom", ""))
                .synopsis(HtmlText.plain(issue.getOrDefault("Abstract", "")))
                .description(HtmlText.plain(group.getOrDefault("Explanation", "")))
                .solution(HtmlText.plain(
                        group.getOrDefault("Recommendations", "") + "\n" + group.getOrDefault("Tips", "")))
                .output(new LabelledLines()
                        .line("File", file)
                        .line("Line", primary.getOrDefault("LineStart", ""))
                        .line("Function", primary.getOrDefault("TargetFunction", ""))
                        .line("Analysis", analysis)
                        .line("Instance", instance)
                        .text()));
    }
}
