package io.closeout.intake.parser.burp;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.WebSites;
import java.io.IOException;

/** Dastardly's report, in the form of a test report: a suite for each page, a failure for each issue. */
public final class DastardlyParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "dastardly-junit",
            "dastardly",
            "Dastardly (JUnit XML)",
            "Dastardly 2022 to 2024",
            "Run Dastardly in the pipeline with DASTARDLY_OUTPUT_FILE=dastardly-report.xml and take that file.",
            "PortSwigger, \"Dastardly, from Burp Suite\" (portswigger.net/burp/dastardly)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    /** Many programs write such files; only Dastardly's names itself. */
    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.xmlRoot().filter("testsuites"::equals).isPresent()
                && probe.xmlRootAttribute("name").startsWith("Dastardly");
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        try (HardenedXml xml = HardenedXml.open(in.open())) {
            xml.root();
            sink.header(ScanHeader.of(DESCRIPTOR));
            WebSites sites = new WebSites();
            xml.children(suite -> {
                String page = attribute(xml, "name");
                sites.at(page);
                xml.children(testCase -> xml.children(name -> {
                    if (name.equals("failure")) {
                        failure(xml, page, sink, sites);
                    }
                }));
            });
            xml.finish();
            sites.handTo(sink);
        }
    }

    private static void failure(HardenedXml xml, String page, ScanSink sink, WebSites sites) throws IOException {
        String place = xml.place();
        String name = attribute(xml, "message").replaceFirst(" found at \\S+$", "");
        String severity = attribute(xml, "type");
        String text = before(xml.text(), "\nEvidence\n");
        String issue = before(text, "\nRemediation ");
        String detail = before(issue, "\nIssue Background\n");
        new BurpIssue(
                        "",
                        name,
                        page,
                        "",
                        severity,
                        "",
                        asHtml(issue.substring(detail.length())),
                        asHtml(detail),
                        asHtml(before(text.substring(issue.length()), "\nReferences\n")),
                        "",
                        asHtml(text))
                .handTo(sink, sites, place);
    }

    /** What follows is another part; the evidence is left out, since requests carry cookies and passwords. */
    private static String before(String text, String heading) {
        int at = text.indexOf(heading);
        return at < 0 ? text : text.substring(0, at);
    }

    /** The texts are plain, with pieces of HTML that mean themselves. */
    private static String asHtml(String text) {
        return text.strip().replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String attribute(HardenedXml xml, String name) {
        String text = xml.attribute(name);
        return text == null ? "" : text.strip();
    }
}
