package io.closeout.intake.parser.sbom;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.JsonFile;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.PackageWeakness;
import io.closeout.intake.parser.dependency.SeverityScale;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Statements about vulnerabilities. The format knows no severity, so what is affected is listed and cannot be rated. */
public final class OpenVexParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "openvex-json",
            "openvex",
            "OpenVEX (JSON)",
            "OpenVEX 0.0.1 to 0.2.0",
            "vexctl create --product=NAME --vuln=ID --status=affected. It carries no severity: each statement is listed beside"
                    + " the import, and none becomes a finding.",
            "OpenSSF, \"OpenVEX Specification\" (github.com/openvex/spec)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.jsonText("@context").contains("openvex")
                || probe.hasJson("statements[].vulnerability", "statements[].status");
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        ListedFindings findings = new ListedFindings(sink, SeverityScale.ofFour());
        findings.header(DESCRIPTOR, "");
        JsonFile.members(in, (json, name) -> {
            if (name.equals("statements")) {
                JsonFile.elements(json, each -> statement(each.place(), each.value(), findings));
            }
        });
        findings.finish();
    }

    private static void statement(String place, JsonValue statement, ListedFindings findings) {
        JsonValue vulnerability = statement.at("vulnerability");
        String id = vulnerability.isObject() ? vulnerability.firstText("name", "@id") : vulnerability.text();
        String status = statement.text("status");
        if (!status.equals("affected") && !status.equals("under_investigation")) {
            findings.skipped(place, id + " is stated to be " + status.replace('_', ' ') + why(statement));
        } else if (statement.items("products").findAny().isEmpty()) {
            weakness(place, id, statement).addTo(findings);
        } else {
            statement.items("products").forEach(product -> {
                String url = product.isObject() ? product.firstText("@id", "purl") : product.text();
                weakness(place, id, statement)
                        .of(url.startsWith("pkg:") ? url : "", url.startsWith("pkg:") ? "" : url, "")
                        .addTo(findings);
            });
        }
    }

    private static PackageWeakness weakness(String place, String id, JsonValue statement) {
        return new PackageWeakness(place, "", id)
                .aliases(statement.texts("vulnerability", "aliases"))
                .told("", statement.text("vulnerability", "description"))
                .advice(statement.text("action_statement"))
                .rated("", CvssScores.NONE);
    }

    private static String why(JsonValue statement) {
        String why = Stream.of("justification", "impact_statement", "status_notes")
                .map(statement::text)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return why.isEmpty() ? "" : ": " + why;
    }
}
