package io.closeout.intake.parser.sbom;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.dependency.JsonFile;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.SeverityScale;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Advisories and VEX of vendors: first the products that they speak of, then the vulnerabilities. */
public final class CsafParser implements ScanParser {

    /** CVSS for the words of scores; Red Hat and Microsoft, "Severity ratings", for those of threats. */
    private static final SeverityScale SCALE = SeverityScale.ofFour()
            .with(Severity.HIGH, "important")
            .with(Severity.MEDIUM, "moderate")
            .with(Severity.INFO, "none");

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "csaf-json",
            "csaf",
            "CSAF advisory or VEX (JSON)",
            "CSAF 2.0 and 2.1",
            "From the vendor of the product. It says which products are affected, not where they run: name the asset when you"
                    + " hand it in.",
            "OASIS, \"Common Security Advisory Framework Version 2.0\" (docs.oasis-open.org/csaf)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.hasJson("document.csaf_version");
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        Map<String, Component> products = new HashMap<>();
        Map<String, JsonValue> document = new HashMap<>();
        JsonFile.members(in, (json, name) -> {
            if (name.equals("product_tree")) {
                json.members(part -> tree(json, part, products));
            } else if (name.equals("document")) {
                document.put(name, json.value());
            }
        });
        JsonValue advisory = document.getOrDefault("document", JsonValue.NOTHING);
        expectVersion2(advisory.text("csaf_version"));
        ListedFindings findings = new ListedFindings(sink, SCALE);
        findings.header(DESCRIPTOR, advisory.text("title"));
        CsafVulnerability reader = new CsafVulnerability(advisory, products, findings, sink);
        JsonFile.members(in, (json, name) -> {
            if (name.equals("vulnerabilities")) {
                JsonFile.elements(json, each -> reader.read(each.place(), each.value()));
            }
        });
        findings.finish();
    }

    private static void expectVersion2(String version) {
        if (!version.startsWith("2.")) {
            throw ScanUnreadable.because("This is an advisory of CSAF " + version
                    + "; versions 2.0 and 2.1 can be read. Ask the vendor for one of those.");
        }
    }

    /** Branches grow branches; products hang on all of them. */
    private static void tree(HardenedJson json, String name, Map<String, Component> products) throws IOException {
        switch (name) {
            case "branches" -> JsonFile.elements(json, each -> each.members(part -> tree(each, part, products)));
            case "product" -> product(json.value(), products);
            case "full_product_names" -> JsonFile.elements(json, each -> product(each.value(), products));
            case "relationships" ->
                JsonFile.elements(json, each -> product(each.value().at("full_product_name"), products));
            default -> json.skip();
        }
    }

    private static void product(JsonValue product, Map<String, Component> products) {
        products.put(
                product.text("product_id"),
                new Component(product.text("product_identification_helper", "purl"), product.text("name"), ""));
    }
}
