package io.closeout.intake.parser.prowler;

import io.closeout.intake.parser.CsvRows;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.ListedFindings;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tables of version 2 (checks of an account and region) and of versions 3 to 5 (checks of a resource). */
public final class ProwlerCsvParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "prowler-csv",
            ProwlerResult.SCANNER,
            "Prowler (CSV)",
            "Prowler 2 to 5",
            "prowler aws --output-formats csv (version 2: prowler -M csv)",
            "Prowler, \"Reporting\" (docs.prowler.com)",
            1);

    private static final Set<String> OLD = Set.of("TITLE_ID", "CHECK_RESULT", "TITLE_TEXT", "CHECK_SEVERITY");
    private static final Set<String> THIRD =
            Set.of("CHECK_ID", "STATUS", "SEVERITY", "RESOURCE_ARN", "FINDING_UNIQUE_ID");
    private static final Set<String> NEW = Set.of("CHECK_ID", "STATUS", "SEVERITY", "RESOURCE_UID", "FINDING_UID");

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) throws IOException {
        return probe.hasColumns(NEW, THIRD, OLD);
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        try (CsvRows rows = CsvRows.open(in, NEW, THIRD, OLD)) {
            ListedFindings findings = new ListedFindings(sink, ProwlerResult.SCALE);
            findings.header(DESCRIPTOR, "");
            boolean old = rows.has("TITLE_ID");
            while (rows.next(sink)) {
                (old ? checkOfAccount(rows) : checkOfResource(rows)).addTo(findings);
            }
            findings.finish();
        }
    }

    private static ProwlerResult checkOfAccount(CsvRows rows) {
        String title = rows.get("TITLE_TEXT");
        String check = ProwlerResult.checkIn(title);
        return new ProwlerResult(
                rows.place(),
                check.isEmpty() ? rows.get("TITLE_ID") : check,
                title,
                rows.get("CHECK_RESULT"),
                false,
                rows.get("CHECK_RESULT_EXTENDED"),
                rows.get("CHECK_SEVERITY"),
                rows.get("ACCOUNT_NUM"),
                rows.get("REGION"),
                "",
                rows.get("CHECK_RESOURCE_ID"),
                rows.get("CHECK_ASFF_RESOURCE_TYPE"),
                rows.get("CHECK_SERVICENAME"),
                "",
                rows.get("CHECK_RISK"),
                rows.get("CHECK_REMEDIATION"),
                List.of(rows.get("CHECK_DOC")),
                Stream.of(rows.get("TITLE_ID")).filter(id -> !id.isEmpty()).toList());
    }

    private static ProwlerResult checkOfResource(CsvRows rows) {
        return new ProwlerResult(
                rows.place(),
                rows.get("CHECK_ID"),
                rows.get("CHECK_TITLE"),
                rows.get("STATUS"),
                rows.get("MUTED").equalsIgnoreCase("true"),
                rows.get("STATUS_EXTENDED"),
                rows.get("SEVERITY"),
                rows.first("ACCOUNT_UID", "ACCOUNT_ID"),
                rows.get("REGION"),
                rows.first("RESOURCE_UID", "RESOURCE_ARN", "RESOURCE_ID"),
                "",
                rows.get("RESOURCE_TYPE"),
                rows.get("SERVICE_NAME"),
                rows.get("DESCRIPTION"),
                rows.get("RISK"),
                rows.get("REMEDIATION_RECOMMENDATION_TEXT"),
                Stream.of(
                                rows.get("REMEDIATION_RECOMMENDATION_URL"),
                                rows.get("RELATED_URL"),
                                rows.get("ADDITIONAL_URLS"))
                        .flatMap(each -> parts(each, "\\s*\\|\\s*"))
                        .toList(),
                parts(rows.get("COMPLIANCE"), "\\s*\\|\\s*").toList());
    }

    private static Stream<String> parts(String list, String separator) {
        return Arrays.stream(list.split(separator)).map(String::strip).filter(part -> !part.isEmpty());
    }
}
