package io.closeout.intake.parser.prisma;

import io.closeout.intake.parser.CsvRows;
import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.Days;
import io.closeout.intake.parser.dependency.FixStatus;
import io.closeout.intake.parser.dependency.ImageName;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.ListedFindings.Found;
import io.closeout.intake.parser.dependency.PackageWeakness;
import java.io.IOException;
import java.util.Set;

/** Tables of the console: one row for each vulnerability or broken rule of compliance of an image, host or function. */
public final class PrismaCsvParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "prisma-csv",
            PrismaRating.SCANNER,
            "Prisma Cloud (CSV)",
            "Prisma Cloud Compute 19 to 33",
            "In the console open Monitor, Vulnerabilities, Images (or Hosts), then CSV; or CI, then CSV.",
            "Palo Alto Networks, \"Prisma Cloud: Vulnerability Explorer\" (docs.prismacloud.io)",
            1);

    private static final Set<String> COLUMNS =
            Set.of("CVE ID", "Compliance ID", "Severity", "Packages", "Package Version", "Fix Status");

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) throws IOException {
        return probe.hasColumns(COLUMNS);
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        try (CsvRows rows = CsvRows.open(in, COLUMNS)) {
            ListedFindings findings = new ListedFindings(sink, PrismaRating.SCALE);
            findings.header(DESCRIPTOR, "");
            while (rows.next(sink)) {
                if (rows.get("CVE ID").isEmpty()) {
                    compliance(rows, findings);
                } else {
                    vulnerability(rows, findings, sink);
                }
            }
            findings.finish();
        }
    }

    private static String asset(CsvRows rows) {
        String image = ImageName.of(rows.get("Registry"), rows.get("Repository"), rows.get("Tag"));
        return image.isEmpty() ? rows.first("Hostname", "Host", "Id") : image;
    }

    private static void vulnerability(CsvRows rows, ListedFindings findings, ScanSink sink) {
        String asset = asset(rows);
        findings.asset(asset).operatingSystem(rows.get("Distro"));
        String status = rows.get("Fix Status");
        new PackageWeakness(rows.place(), asset, rows.get("CVE ID"))
                .of("", rows.get("Packages"), rows.get("Package Version"))
                .fixedIn(FixStatus.fixedIn(status))
                .advice(FixStatus.advice(status))
                .rated(rows.get("Severity"), PrismaRating.scores(rows.place(), rows.get("CVSS"), "", sink))
                .told("", rows.get("Description"))
                .published(Days.day(rows.get("Published")))
                .line("Status", status)
                .line("Source package", rows.get("Source Package"))
                .line("Risk factors", rows.get("Risk Factors"))
                .line("Image id", rows.get("Id"))
                .addTo(findings);
    }

    private static void compliance(CsvRows rows, ListedFindings findings) {
        String id = rows.get("Compliance ID");
        String description = rows.get("Description");
        String cause = rows.get("Cause");
        Found found = new Found(
                rows.place(),
                asset(rows),
                id.isEmpty() ? "" : "compliance:" + id,
                "",
                rows.get("Severity"),
                CvssScores.NONE);
        findings.add(found, record -> record.title(description)
                .family("compliance")
                .description(description)
                .output(cause));
    }
}
