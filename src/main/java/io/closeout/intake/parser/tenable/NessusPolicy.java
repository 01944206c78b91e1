package io.closeout.intake.parser.tenable;

import io.closeout.intake.parser.CheckSelection;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.PortRange;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** What the scan was told to do: the {@code Policy} part, which stands before the report. */
final class NessusPolicy {

    private final HardenedXml xml;
    private final CheckSelection.Builder checks = new CheckSelection.Builder();
    private String name = "";
    private PortRange ports = PortRange.of("");
    private String preference = "";

    NessusPolicy(HardenedXml xml) {
        this.xml = xml;
    }

    void read() throws IOException {
        xml.children(part -> {
            switch (part) {
                case "policyName" -> name = xml.text().strip();
                case "Preferences" -> xml.children(this::preferences);
                case "FamilySelection" -> xml.children(item -> family());
                case "IndividualPluginSelection" -> xml.children(item -> singleCheck());
                default -> xml.skip();
            }
        });
    }

    private void preferences(String kind) throws IOException {
        if (kind.equals("ServerPreferences")) {
            xml.children(item -> {
                preference = "";
                xml.children(this::preference);
            });
        }
    }

    private void preference(String part) throws IOException {
        if (part.equals("name")) {
            preference = xml.text().strip();
        } else if (part.equals("value")) {
            preferenceValue();
        }
    }

    private void preferenceValue() throws IOException {
        if (preference.equals("plugin_set")) {
            xml.text(checks::list);
            checks.endOfId();
        } else if (preference.equals("port_range")) {
            ports = PortRange.of(xml.text());
        }
    }

    private void family() throws IOException {
        Map<String, String> item = texts();
        String status = item.getOrDefault("Status", "");
        // "mixed" is no statement about the family; the single checks are
        checks.family(item.getOrDefault("FamilyName", ""), status.equals("enabled"));
    }

    private void singleCheck() throws IOException {
        Map<String, String> item = texts();
        checks.singleCheck(
                item.getOrDefault("PluginId", ""),
                item.getOrDefault("Status", "").equals("enabled"));
    }

    private Map<String, String> texts() throws IOException {
        Map<String, String> texts = new HashMap<>();
        xml.children(part -> texts.put(part, xml.text().strip()));
        return texts;
    }

    String name() {
        return name;
    }

    CheckSelection checks() {
        return checks.build();
    }

    PortRange ports() {
        return ports;
    }
}
