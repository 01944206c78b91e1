package io.closeout.intake.parser.prisma;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.dependency.ListedFindings;
import java.io.IOException;
import java.io.InputStream;

/** Reads a report twice: first what was scanned, which may stand behind its results, then the results. */
public final class TwistcliParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "prisma-twistcli-json",
            PrismaRating.SCANNER,
            "Prisma Cloud, twistcli (JSON)",
            "twistcli 20 to 33: images and code repositories",
            "twistcli images scan --details --output-file scan.json IMAGE, or twistcli coderepo scan --output-file scan.json FOLDER",
            "Palo Alto Networks, \"Prisma Cloud: Scan images with twistcli\" (docs.prismacloud.io)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.hasJson("results[].vulnerabilityDistribution")
                || probe.hasJson("results[].complianceDistribution")
                || probe.hasJson("results[].vulnerabilities[].packageName")
                || probe.hasJson("results[].compliances")
                || probe.hasJson("results", "consoleURL")
                || probe.hasJson("[].entityInfo", "[].results")
                || probe.hasJson("repository", "vulnerabilityDistribution")
                || probe.hasJson("repository", "complianceIssues");
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        TwistcliSubjects subjects = new TwistcliSubjects();
        walk(in, subjects);
        ListedFindings findings = new ListedFindings(sink, PrismaRating.SCALE);
        subjects.describe(findings, DESCRIPTOR);
        walk(in, new TwistcliResults(subjects, findings, sink));
        findings.finish();
    }

    private static void walk(ScanInput in, TwistcliLayout.Visitor visitor) throws IOException {
        try (InputStream bytes = in.open();
                HardenedJson json = HardenedJson.open(bytes)) {
            if (!json.next()) {
                throw ScanUnreadable.because("The file holds nothing but blanks.");
            }
            new TwistcliLayout(json, visitor).walk();
        }
    }
}
