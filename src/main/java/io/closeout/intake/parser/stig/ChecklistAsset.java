package io.closeout.intake.parser.stig;

import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.ScannedHost.Contact;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The asset of a checklist. It was looked at by a person, so what was reviewed proves something; when, the file does not say. */
final class ChecklistAsset {

    String hostName = "";
    String addresses = "";
    String macs = "";
    String fqdn = "";
    final Map<String, String> properties = new LinkedHashMap<>();

    String name() {
        return Stream.of(hostName, fqdn, words(addresses).findFirst().orElse(""))
                .filter(each -> !each.isBlank())
                .map(String::strip)
                .findFirst()
                .orElse(ScannedHost.NOT_NAMED);
    }

    ScannedHost host() {
        ScannedHost.Builder host = ScannedHost.of(0, name()).fqdn(fqdn).contact(Contact.CHECKED);
        words(addresses).forEach(host::address);
        words(macs)
                .filter(mac -> mac.matches("([0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}"))
                .forEach(host::mac);
        properties.forEach(host::property);
        return host.build();
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split("[\\s,;]+")).filter(word -> !word.isEmpty());
    }
}
