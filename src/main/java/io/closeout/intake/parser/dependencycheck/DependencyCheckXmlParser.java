package io.closeout.intake.parser.dependencycheck;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.Days;
import io.closeout.intake.parser.dependency.ListedFindings;
import java.io.IOException;
import java.io.InputStream;

/** The schema puts the project before its dependencies, and what identifies one before its vulnerabilities. */
public final class DependencyCheckXmlParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "dependency-check-xml",
            DependencyCheckRating.SCANNER,
            "OWASP Dependency-Check (XML)",
            "Dependency-Check 1 to 12",
            "dependency-check --format XML --project NAME --scan FOLDER, or the plug-ins of Maven and Gradle with format XML.",
            "OWASP, \"Dependency-Check\", schemas dependency-check.1.0.xsd to 4.0.xsd",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.xmlRoot().filter("analysis"::equals).isPresent()
                && probe.hasElement("scanInfo", "projectInfo", "dependencies");
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        try (InputStream bytes = in.open();
                HardenedXml xml = HardenedXml.open(bytes)) {
            xml.root();
            Report report = new Report(xml, sink);
            xml.children(report::part);
            xml.finish();
            report.finish();
        }
    }

    private static final class Report {

        private final HardenedXml xml;
        private final ScanSink sink;
        private final ListedFindings findings;
        private String project = "";
        private String date = "";
        private boolean begun;

        Report(HardenedXml xml, ScanSink sink) {
            this.xml = xml;
            this.sink = sink;
            this.findings = new ListedFindings(sink, DependencyCheckRating.SCALE);
        }

        void part(String name) throws IOException {
            if (name.equals("projectInfo")) {
                xml.children(this::fact);
            } else if (name.equals("dependencies")) {
                begin();
                xml.children(each -> new DependencyCheckXmlDependency(xml, project, findings, sink).read());
            }
        }

        private void fact(String name) throws IOException {
            if (name.equals("name")) {
                project = xml.text().strip();
            } else if (name.equals("reportDate")) {
                date = xml.text().strip();
            }
        }

        private void begin() {
            if (!begun) {
                begun = true;
                findings.header(DESCRIPTOR, project);
                findings.asset(project).end(Days.moment(date));
            }
        }

        void finish() {
            begin();
            findings.finish();
        }
    }
}
