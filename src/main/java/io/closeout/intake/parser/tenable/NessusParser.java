package io.closeout.intake.parser.tenable;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.Skipped;
import java.io.IOException;
import java.io.InputStream;

/** Tenable's XML report, version 2: a policy, then a report of hosts, each with its properties and items. */
public final class NessusParser implements ScanParser {

    private static final String VERSION_2 = "NessusClientData_v2";
    private static final String VERSION_1 = "NessusClientData";

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "nessus-v2",
            "nessus",
            "Tenable Nessus",
            "Nessus 5 to 10, Tenable Vulnerability Management, Tenable Security Center, Tenable Web App Scanning",
            "In Nessus open the scan, choose Report (or Export), then the format \"Nessus\"; the file ends in .nessus.",
            "Tenable, \"Nessus v2 File Format\" (static.tenable.com/documentation/nessus_v2_file_format.pdf)",
            1);

    private final int textLimit;

    public NessusParser() {
        this(HardenedXml.DEFAULT_TEXT_LIMIT);
    }

    /** @param textLimit of one element's text, in characters */
    public NessusParser(int textLimit) {
        this.textLimit = textLimit;
    }

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.xmlRoot()
                .filter(root -> root.equals(VERSION_2) || root.equals(VERSION_1))
                .isPresent();
    }

    @Override
    public boolean tellsCoverage() {
        return true;
    }

    @Override
    public boolean countsInformational() {
        return false;
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        try (InputStream bytes = in.open();
                HardenedXml xml = HardenedXml.open(bytes, textLimit)) {
            String root = xml.root();
            refuseOtherVersions(xml, root);
            new Reading(xml, sink).run();
        }
    }

    private static void refuseOtherVersions(HardenedXml xml, String root) {
        if (root.equals(VERSION_1)) {
            throw ScanUnreadable.at(
                    xml.place(),
                    "this is a Nessus report of version 1, which does not hold enough to follow findings over time."
                            + " Export the scan again in the format \"Nessus\" (version 2, .nessus).");
        }
        if (!root.equals(VERSION_2)) {
            throw ScanUnreadable.at(xml.place(), "this is no Nessus report, its root element is " + root + ".");
        }
    }

    /** One pass over one file. */
    private static final class Reading {

        private final HardenedXml xml;
        private final ScanSink sink;
        private final NessusPolicy policy;
        private final NessusHosts hosts;
        private boolean reportSeen;

        Reading(HardenedXml xml, ScanSink sink) {
            this.xml = xml;
            this.sink = sink;
            this.policy = new NessusPolicy(xml);
            this.hosts = new NessusHosts(xml, sink);
        }

        void run() throws IOException {
            xml.children(this::part);
            xml.finish();
            if (!reportSeen) {
                sink.header(header(""));
                sink.skipped(new Skipped("NessusClientData_v2", "the file has no report; it proves nothing"));
            }
        }

        private void part(String name) throws IOException {
            switch (name) {
                case "Policy" -> policy.read();
                case "Report" -> report();
                default -> sink.skipped(new Skipped(xml.place(), "unknown part <" + name + ">"));
            }
        }

        private void report() throws IOException {
            if (!reportSeen) {
                sink.header(header(attribute("name")));
            }
            reportSeen = true;
            xml.children(name -> {
                if (name.equals("ReportHost")) {
                    hosts.read();
                }
            });
        }

        private String attribute(String name) {
            String value = xml.attribute(name);
            return value == null ? "" : value;
        }

        private ScanHeader header(String scanName) {
            return new ScanHeader(
                    DESCRIPTOR.scanner(),
                    DESCRIPTOR.format(),
                    scanName,
                    policy.name(),
                    policy.checks(),
                    policy.ports());
        }
    }
}
