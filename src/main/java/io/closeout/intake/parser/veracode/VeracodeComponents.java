package io.closeout.intake.parser.veracode;

import static io.closeout.intake.parser.veracode.VeracodeXmlParser.attribute;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.PackageWeakness;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The element {@code software_composition_analysis}. */
final class VeracodeComponents {

    private final HardenedXml xml;
    private final String application;
    private final ListedFindings findings;

    VeracodeComponents(HardenedXml xml, String application, ListedFindings findings) {
        this.xml = xml;
        this.application = application;
        this.findings = findings;
    }

    private record Component(String name, String version, String file, List<String> paths) {}

    void read() throws IOException {
        xml.children(list -> xml.children(name -> {
            if (name.equals("component")) {
                component();
            }
        }));
    }

    private void component() throws IOException {
        String library = VeracodeLibrary.name(attribute(xml, "library_id"));
        Component component = new Component(
                library.isEmpty() ? attribute(xml, "library") : library,
                attribute(xml, "version"),
                attribute(xml, "file_name"),
                new ArrayList<>());
        xml.children(part -> {
            switch (part) {
                case "file_paths" -> xml.children(path -> component.paths().add(attribute(xml, "value")));
                case "vulnerabilities" -> xml.children(name -> vulnerability(component));
                default -> xml.skip();
            }
        });
    }

    /** The score does not say by which version of CVSS it was made; the severity counts. */
    private void vulnerability(Component component) {
        String id = attribute(xml, "cve_id");
        if (attribute(xml, "mitigation").equals("true")) {
            findings.skipped(
                    xml.place(),
                    id + " in " + component.name() + " is mitigated: " + attribute(xml, "mitigation_type"));
            return;
        }
        new PackageWeakness(xml.place(), application, id)
                .of("", component.name(), component.version())
                .rated(attribute(xml, "severity"), CvssScores.NONE)
                .told("", attribute(xml, "cve_summary"))
                .family("sca")
                .cwes(List.of(attribute(xml, "cwe_id")))
                .line("File", component.file())
                .line("Found in", String.join(", ", component.paths()))
                .line("CVSS score", attribute(xml, "cvss_score"))
                .line("First found", attribute(xml, "first_found_date"))
                .addTo(findings);
    }
}
