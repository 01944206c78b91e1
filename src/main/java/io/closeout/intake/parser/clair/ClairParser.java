package io.closeout.intake.parser.clair;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.ImageName;
import io.closeout.intake.parser.dependency.JsonFile;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.SeverityScale;
import io.closeout.shared.Severity;
import java.io.IOException;

/** What clair-scanner, klar and clairctl write; what belongs together may stand in any order, so the file is read twice. */
public final class ClairParser implements ScanParser {

    /** Clair documentation, "Severity Mapping"; Defcon1 is of Clair 2 and worse than Critical. */
    private static final SeverityScale SCALE = SeverityScale.ofFour()
            .with(Severity.LOW, "negligible")
            .with(Severity.CRITICAL, "defcon1")
            .unrated("unknown");

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "clair-json",
            "clair",
            "Clair (JSON)",
            "Clair 2 by clair-scanner and klar, Clair 4 by clairctl",
            "clair-scanner --report scan.json IMAGE; JSON_OUTPUT=true klar IMAGE > scan.json; or clairctl report --out json IMAGE"
                    + " > scan.json. klar does not name the image: name the asset when you hand it in.",
            "Quay, \"Clair\" (quay.github.io/clair)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.hasJson("image", "unapproved")
                || probe.hasJson("vulnerabilities[].featurename")
                || probe.hasJson("LayerCount", "Vulnerabilities")
                || probe.hasJson("manifest_hash", "packages")
                || probe.hasJson("manifest_hash", "vulnerabilities");
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        ClairPackages packages = new ClairPackages();
        JsonFile.members(in, packages::collect);
        ListedFindings findings = new ListedFindings(sink, SCALE);
        String image = ImageName.withoutDigest(packages.image());
        findings.header(DESCRIPTOR, image);
        findings.asset(image);
        ClairVulnerability reader = new ClairVulnerability(image, packages, findings);
        JsonFile.members(in, (json, name) -> {
            switch (name) {
                case "vulnerabilities" -> vulnerabilities(json, reader);
                case "Vulnerabilities" -> bySeverity(json, reader);
                default -> json.skip();
            }
        });
        findings.finish();
    }

    /** A list by clair-scanner, or an object by clairctl. */
    private static void vulnerabilities(HardenedJson json, ClairVulnerability reader) throws IOException {
        if (json.isObject()) {
            json.members(id -> reader.ofClairctl(json.place(), id, json.value()));
        } else {
            JsonFile.elements(json, each -> reader.ofClairScanner(each.place(), each.value()));
        }
    }

    private static void bySeverity(HardenedJson json, ClairVulnerability reader) throws IOException {
        if (json.isObject()) {
            json.members(
                    severity -> JsonFile.elements(json, each -> reader.ofKlar(each.place(), severity, each.value())));
        }
    }
}
