package io.closeout.intake.parser.sbom;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.JsonFile;
import io.closeout.intake.parser.sbom.BomVulnerability.Affected;
import io.closeout.intake.parser.sbom.BomVulnerability.Rating;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the parts first and the vulnerabilities, wherever they stand, after them. */
public final class CycloneDxJsonParser implements ScanParser {

    static final String SCANNER = "cyclonedx";

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "cyclonedx-json",
            SCANNER,
            "CycloneDX with vulnerabilities (JSON)",
            "CycloneDX 1.2 to 1.7, as bill of materials and as VEX",
            "From the tool that wrote it, such as trivy image --format cyclonedx --scanners vuln NAME, grype --output"
                    + " cyclonedx-json, or Dependency-Track: Components, Download BOM, Inventory with Vulnerabilities.",
            "OWASP, \"CycloneDX specification\" (cyclonedx.org)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.jsonText("bomFormat").equals("CycloneDX")
                || probe.hasJson("specVersion", "vulnerabilities")
                || probe.hasJson("specVersion", "components");
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        Bom bom = new Bom();
        JsonFile.members(in, (json, name) -> outline(json, name, bom));
        bom.expectVulnerabilities();
        BomFindings findings = new BomFindings(bom, DESCRIPTOR, sink);
        JsonFile.members(in, (json, name) -> {
            if (name.equals("vulnerabilities")) {
                JsonFile.elements(json, each -> findings.add(each.place(), vulnerability(each.value())));
            }
        });
        findings.finish();
    }

    private static void outline(HardenedJson json, String name, Bom bom) throws IOException {
        switch (name) {
            case "metadata" -> metadata(json.value(), bom);
            case "components", "services" -> JsonFile.elements(json, each -> component(each, bom));
            case "vulnerabilities" -> JsonFile.elements(json, each -> bom.vulnerability());
            default -> json.skip();
        }
    }

    private static void metadata(JsonValue metadata, Bom bom) {
        bom.time(metadata.text("timestamp"));
        JsonValue subject = metadata.at("component");
        if (!subject.isEmpty()) {
            Component component = Component.of(
                    subject.text("purl"), subject.text("group"), subject.text("name"), subject.text("version"));
            bom.subject(component);
            bom.part(subject.text("bom-ref"), component);
        }
    }

    /** Parts may have parts of their own, in any depth. */
    private static void component(HardenedJson json, Bom bom) throws IOException {
        Map<String, String> texts = new HashMap<>();
        json.members(name -> {
            if (name.equals("components")) {
                JsonFile.elements(json, each -> component(each, bom));
            } else {
                texts.put(name, json.text());
            }
        });
        bom.part(
                texts.getOrDefault("bom-ref", texts.getOrDefault("purl", "")),
                Component.of(
                        texts.getOrDefault("purl", ""),
                        texts.getOrDefault("group", ""),
                        texts.getOrDefault("name", ""),
                        texts.getOrDefault("version", "")));
    }

    private static BomVulnerability vulnerability(JsonValue value) {
        BomVulnerability read = new BomVulnerability();
        read.id = value.text("id");
        read.source = value.text("source", "name");
        read.description = value.text("description");
        read.detail = value.text("detail");
        read.recommendation = value.text("recommendation");
        read.published = value.text("published");
        read.state = value.text("analysis", "state");
        read.analysis = Stream.of(value.text("analysis", "justification"), value.text("analysis", "detail"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        value.items("references").forEach(each -> read.aliases.add(each.text("id")));
        read.cwes.addAll(value.texts("cwes"));
        read.links.add(value.text("source", "url"));
        value.items("advisories").forEach(each -> read.links.add(each.text("url")));
        value.items("ratings").forEach(each -> read.ratings.add(rating(each)));
        value.items("affects").forEach(each -> read.affects.add(affected(each)));
        return read;
    }

    private static Rating rating(JsonValue value) {
        return new Rating(
                value.text("source", "name"),
                value.text("severity"),
                value.text("method"),
                value.text("score"),
                value.text("vector"));
    }

    private static Affected affected(JsonValue value) {
        List<JsonValue> versions = value.items("versions").toList();
        String installed = versions.stream()
                .filter(version -> !version.text("status").equals("unaffected"))
                .map(version -> version.text("version"))
                .filter(version -> !version.isEmpty())
                .collect(Collectors.joining(", "));
        boolean unaffected = !versions.isEmpty()
                && versions.stream().allMatch(version -> version.text("status").equals("unaffected"));
        return new Affected(value.text("ref"), installed, unaffected);
    }
}
