package io.closeout.intake.parser.veracode;

import static io.closeout.intake.parser.veracode.VeracodeXmlParser.attribute;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.CweList;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.HtmlText;
import io.closeout.intake.parser.LabelledLines;
import io.closeout.intake.parser.WebAddress;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.ListedFindings.Found;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** The element {@code severity} with its categories. */
final class VeracodeFlaws {

    private final HardenedXml xml;
    private final String application;
    private final ListedFindings findings;
    private String category = "";
    private String description = "";
    private String recommendations = "";

    VeracodeFlaws(HardenedXml xml, String application, ListedFindings findings) {
        this.xml = xml;
        this.application = application;
        this.findings = findings;
    }

    void read() throws IOException {
        xml.children(name -> {
            if (name.equals("category")) {
                category = attribute(xml, "categoryname");
                description = "";
                recommendations = "";
                xml.children(this::partOfCategory);
            }
        });
    }

    private void partOfCategory(String name) throws IOException {
        switch (name) {
            case "desc" -> description = VeracodeXmlParser.prose(xml);
            case "recommendations" -> recommendations = VeracodeXmlParser.prose(xml);
            case "cwe" ->
                xml.children(kind -> {
                    if (kind.endsWith("flaws")) {
                        xml.children(flaw -> flaw(kind));
                    }
                });
            default -> xml.skip();
        }
    }

    /** @param kind {@code staticflaws}, {@code dynamicflaws} or {@code manualflaws} */
    private void flaw(String kind) {
        String check = VeracodeScale.check(attribute(xml, "cweid"));
        String closed = closed();
        if (!closed.isEmpty()) {
            findings.skipped(
                    xml.place(),
                    "flaw " + attribute(xml, "issueid") + " (" + check + ", " + category + ") is " + closed);
            return;
        }
        Optional<WebAddress> page = WebAddress.of(attribute(xml, "url"));
        String file = VeracodeScale.path(attribute(xml, "sourcefilepath"), attribute(xml, "sourcefile"));
        String module = attribute(xml, "module");
        findings.add(
                new Found(
                        xml.place(),
                        page.map(WebAddress::origin).orElse(application),
                        check,
                        page.map(WebAddress::path).orElse(file.isEmpty() ? module : file),
                        attribute(xml, "severity"),
                        CvssScores.NONE),
                record -> record.title(category.isEmpty() ? attribute(xml, "categoryname") : category)
                        .family(kind.replace("flaws", ""))
                        .description(description)
                        .solution(recommendations)
                        .output(output(file))
                        .crossReferences(CweList.ofNumber(attribute(xml, "cweid"))));
    }

    private String closed() {
        String status = attribute(xml, "remediation_status");
        if (VeracodeScale.isClosed(status)) {
            return status.toLowerCase(Locale.ROOT);
        }
        return attribute(xml, "mitigation_status").equals("accepted") ? "mitigated, which was accepted" : "";
    }

    private String output(String file) {
        return new LabelledLines()
                .line("File", file)
                .line("Line", attribute(xml, "line").replaceFirst("^0$", ""))
                .line("Function", attribute(xml, "functionprototype"))
                .line("Module", attribute(xml, "module"))
                .line("Address", attribute(xml, "url"))
                .line("Parameter", attribute(xml, "vuln_parameter"))
                .line("Attack vector", attribute(xml, "type"))
                .line("Issue", attribute(xml, "issueid"))
                .line("First found", attribute(xml, "date_first_occurrence"))
                .line("Mitigation", attribute(xml, "mitigation_status_desc"))
                .block("Finding", HtmlText.plain(attribute(xml, "description")))
                .text();
    }
}
