package io.closeout.intake.parser.prowler;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.ListedFindings;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;

/** A list of version 3, or one result a line of version 2. */
public final class ProwlerJsonParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "prowler-json",
            ProwlerResult.SCANNER,
            "Prowler (JSON)",
            "Prowler 2 and 3; later versions write OCSF",
            "prowler aws -M json",
            "Prowler, \"Reporting\" (docs.prowler.com)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.hasJson("[].CheckID", "[].StatusExtended")
                || probe.hasJson("CheckID", "StatusExtended")
                || probe.hasJson("Control", "Control ID", "Status");
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        ListedFindings findings = new ListedFindings(sink, ProwlerResult.SCALE);
        findings.header(DESCRIPTOR, "");
        try (InputStream bytes = in.open();
                HardenedJson json = HardenedJson.open(bytes)) {
            json.entries(() -> one(json, findings));
        }
        findings.finish();
    }

    private static void one(HardenedJson json, ListedFindings findings) throws IOException {
        String place = json.place();
        JsonValue told = json.value();
        (told.has("CheckID") ? third(place, told) : second(place, told)).addTo(findings);
    }

    private static ProwlerResult third(String place, JsonValue told) {
        JsonValue remedy = told.at("Remediation", "Recommendation");
        return new ProwlerResult(
                place,
                told.text("CheckID"),
                told.text("CheckTitle"),
                told.text("Status"),
                told.text("Muted").equalsIgnoreCase("true"),
                told.text("StatusExtended"),
                told.text("Severity"),
                told.text("AccountId"),
                told.text("Region"),
                told.firstText("ResourceArn", "ResourceId"),
                "",
                told.text("ResourceType"),
                told.text("ServiceName"),
                told.text("Description"),
                told.text("Risk"),
                remedy.text("Text"),
                List.of(remedy.text("Url"), told.text("RelatedUrl")),
                told.members("Compliance")
                        .flatMap(each -> each.getValue().texts().stream().map(id -> each.getKey() + ": " + id))
                        .toList());
    }

    private static ProwlerResult second(String place, JsonValue told) {
        String check = ProwlerResult.checkIn(told.text("Control"));
        return new ProwlerResult(
                place,
                check.isEmpty() ? told.text("Control ID") : check,
                told.text("Control"),
                told.text("Status"),
                false,
                told.text("Message"),
                told.text("Severity"),
                told.text("Account Number"),
                told.text("Region"),
                "",
                told.text("Resource ID"),
                "",
                told.text("Service"),
                "",
                told.text("Risk"),
                told.text("Remediation"),
                List.of(told.text("Doc link")),
                Stream.of(told.text("Control ID")).filter(id -> !id.isEmpty()).toList());
    }
}
