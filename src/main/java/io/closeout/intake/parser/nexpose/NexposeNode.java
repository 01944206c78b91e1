package io.closeout.intake.parser.nexpose;

import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.ScannedHost.Contact;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One {@code node}: a host with the results of its own and those of its services. */
final class NexposeNode {

    private static final Set<String> VULNERABLE =
            Set.of("vulnerable-exploited", "vulnerable-version", "vulnerable-potential", "potential");

    private final HardenedXml xml;
    private final ScanSink sink;
    private final NexposeFacts facts;
    private final int number;
    private final String address;
    private final ScannedHost.Builder host;
    private String location = Sighting.location(0, "tcp");
    private String service = "";
    private double certainty = -1;
    private @Nullable Instant end;

    NexposeNode(HardenedXml xml, ScanSink sink, NexposeFacts facts, int number) {
        this.xml = xml;
        this.sink = sink;
        this.facts = facts;
        this.number = number;
        this.address = NexposeFacts.orEmpty(xml.attribute("address"));
        this.host = ScannedHost.of(number, address)
                .address(address)
                .mac(mac(NexposeFacts.orEmpty(xml.attribute("hardware-address"))))
                .property("site", NexposeFacts.orEmpty(xml.attribute("site-name")))
                .property("scan-template", NexposeFacts.orEmpty(xml.attribute("scan-template")))
                .contact(
                        "alive".equals(Objects.requireNonNullElse(xml.attribute("status"), "alive"))
                                ? Contact.LISTED
                                : Contact.ONLY_PINGED);
    }

    /** {@code 001122334455} with colons. */
    private static String mac(String digits) {
        return digits.matches("[0-9A-Fa-f]{12}")
                ? Stream.of(digits.split("(?<=\\G..)")).collect(Collectors.joining(":"))
                : digits;
    }

    void read() throws IOException {
        if (address.isEmpty()) {
            sink.skipped(new Skipped(xml.place(), "a node without address"));
            xml.skip();
            return;
        }
        xml.children(this::part);
        sink.host(host.end(end == null ? facts.lastEnd() : end).build());
    }

    private void part(String name) throws IOException {
        switch (name) {
            case "names" -> xml.children(each -> name(xml.text().strip()));
            case "fingerprints" -> xml.children(this::fingerprint);
            case "endpoints" -> xml.children(each -> endpoint());
            case "tests" -> xml.children(each -> test());
            default -> xml.skip();
        }
    }

    private void name(String name) {
        if (name.contains(".")) {
            host.fqdn(name);
        }
    }

    /** The most certain guess counts. */
    private void fingerprint(String kind) {
        String told = NexposeFacts.orEmpty(xml.attribute("certainty"));
        double sure = told.matches("[01](\\.\\d+)?") ? Double.parseDouble(told) : 0;
        if (kind.equals("os") && sure > certainty) {
            certainty = sure;
            host.operatingSystem(Stream.of("vendor", "product", "version")
                    .map(part -> NexposeFacts.orEmpty(xml.attribute(part)))
                    .filter(part -> !part.isEmpty())
                    .distinct()
                    .collect(Collectors.joining(" ")));
        }
    }

    private void endpoint() throws IOException {
        String port = NexposeFacts.orEmpty(xml.attribute("port"));
        String protocol = NexposeFacts.orEmpty(xml.attribute("protocol")).toLowerCase(Locale.ROOT);
        location = Sighting.location(port.matches("\\d{1,9}") ? Integer.parseInt(port) : 0, protocol);
        xml.children(services -> xml.children(each -> {
            service = NexposeFacts.orEmpty(xml.attribute("name"));
            xml.children(child -> {
                if (child.equals("tests")) {
                    xml.children(test -> test());
                }
            });
        }));
        location = Sighting.location(0, "tcp");
        service = "";
    }

    private void test() throws IOException {
        String place = xml.place();
        String id = NexposeFacts.orEmpty(xml.attribute("id"));
        String status = NexposeFacts.orEmpty(xml.attribute("status")).toLowerCase(Locale.ROOT);
        Instant scanned = facts.endOf(NexposeFacts.orEmpty(xml.attribute("scan-id")));
        end = end == null || (scanned != null && scanned.isAfter(end)) ? scanned : end;
        NexposeCheck check = facts.check(id);
        Severity severity = check == null ? null : check.severity();
        if (!VULNERABLE.contains(status)) {
            sink.skipped(new Skipped(place, "check " + id + " on " + address + ": " + status));
        } else if (check == null || severity == null) {
            sink.skipped(Skipped.result(
                    place,
                    "check " + id + " on " + address
                            + (check == null ? " is not among the definitions" : " has an unknown severity")));
        } else {
            Sighting sighting = new Sighting(number, address, id, severity, location);
            if (sink.sighted(sighting)) {
                sink.record(check.record(sighting)
                        .service(service)
                        .output(NexposeText.read(xml).text())
                        .build());
            }
        }
    }
}
