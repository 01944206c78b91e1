package io.closeout.intake.parser.sbom;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Vulnerabilities stand behind the parts since CycloneDX 1.4, and inside of each part by the extension of before. */
public final class CycloneDxXmlParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "cyclonedx-xml",
            CycloneDxJsonParser.SCANNER,
            "CycloneDX with vulnerabilities (XML)",
            "CycloneDX 1.2 to 1.7, and its vulnerability extension 1.0",
            "From the tool that wrote it, such as grype --output cyclonedx, or Dependency-Track: Components, Download BOM,"
                    + " Inventory with Vulnerabilities.",
            "OWASP, \"CycloneDX specification\" (cyclonedx.org)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.xmlRoot().filter("bom"::equals).isPresent();
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        Bom bom = new Bom();
        walk(in, xml -> outline(xml, bom));
        bom.expectVulnerabilities();
        BomFindings findings = new BomFindings(bom, DESCRIPTOR, sink);
        walk(in, xml -> vulnerabilities(xml, "", findings));
        findings.finish();
    }

    private interface Walker {
        void walk(HardenedXml xml) throws IOException;
    }

    private static void walk(ScanInput in, Walker walker) throws IOException {
        try (InputStream bytes = in.open();
                HardenedXml xml = HardenedXml.open(bytes)) {
            xml.root();
            walker.walk(xml);
            xml.finish();
        }
    }

    private static void outline(HardenedXml xml, Bom bom) throws IOException {
        xml.children(name -> {
            switch (name) {
                case "metadata" -> metadata(xml, bom);
                case "components", "services" -> xml.children(each -> component(xml, bom));
                case "vulnerabilities" -> xml.children(each -> bom.vulnerability());
                default -> xml.skip();
            }
        });
    }

    private static void metadata(HardenedXml xml, Bom bom) throws IOException {
        xml.children(name -> {
            if (name.equals("timestamp")) {
                bom.time(xml.text().strip());
            } else if (name.equals("component")) {
                bom.subject(component(xml, bom));
            }
        });
    }

    private static Component component(HardenedXml xml, Bom bom) throws IOException {
        String ref = orEmpty(xml.attribute("bom-ref"));
        Map<String, String> texts = new HashMap<>();
        xml.children(name -> {
            switch (name) {
                case "components" -> xml.children(each -> component(xml, bom));
                case "vulnerabilities" -> xml.children(each -> bom.vulnerability());
                case "group", "name", "version", "purl" ->
                    texts.put(name, xml.text().strip());
                default -> xml.skip();
            }
        });
        String url = texts.getOrDefault("purl", "");
        Component component = Component.of(
                url,
                texts.getOrDefault("group", ""),
                texts.getOrDefault("name", ""),
                texts.getOrDefault("version", ""));
        bom.part(ref.isEmpty() ? url : ref, component);
        return component;
    }

    /** @param part whose own vulnerabilities are meant; empty for those of the whole bill */
    private static void vulnerabilities(HardenedXml xml, String part, BomFindings findings) throws IOException {
        xml.children(name -> {
            switch (name) {
                case "components" ->
                    xml.children(each -> vulnerabilities(xml, orEmpty(xml.attribute("bom-ref")), findings));
                case "vulnerabilities" ->
                    xml.children(each -> {
                        String place = xml.place();
                        findings.add(place, new CycloneDxXmlVulnerability(xml).read(part));
                    });
                default -> xml.skip();
            }
        });
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
