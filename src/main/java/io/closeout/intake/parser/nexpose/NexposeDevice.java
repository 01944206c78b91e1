package io.closeout.intake.parser.nexpose;

import io.closeout.intake.parser.CveList;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@code device} of the simple export. */
final class NexposeDevice {

    /** Exploited, found by version, potential. */
    private static final Set<String> VULNERABLE = Set.of("VE", "VV", "VP");

    private static final Severity NOT_SAID = Severity.MEDIUM;

    private final HardenedXml xml;
    private final ScanSink sink;
    private final int number;
    private final String address;
    private final ScannedHost.Builder host;
    private String location = Sighting.location(0, "tcp");
    private String service = "";
    private boolean anyFinding;

    NexposeDevice(HardenedXml xml, ScanSink sink, int number) {
        this.xml = xml;
        this.sink = sink;
        this.number = number;
        this.address = NexposeFacts.orEmpty(xml.attribute("address"));
        this.host = ScannedHost.of(number, address).address(address);
    }

    /** @return whether anything was found */
    boolean read(@Nullable Instant generated) throws IOException {
        if (address.isEmpty()) {
            sink.skipped(new Skipped(xml.place(), "a device without address"));
            xml.skip();
            return false;
        }
        xml.children(this::part);
        sink.host(host.end(generated).build());
        return anyFinding;
    }

    private void part(String name) throws IOException {
        switch (name) {
            case "fingerprint" ->
                xml.children(child -> {
                    if (child.equals("description")) {
                        host.operatingSystem(xml.text());
                    }
                });
            case "vulnerabilities" -> xml.children(each -> finding());
            case "services" -> xml.children(each -> service());
            default -> xml.skip();
        }
    }

    private void service() throws IOException {
        String port = NexposeFacts.orEmpty(xml.attribute("port"));
        String protocol = NexposeFacts.orEmpty(xml.attribute("protocol")).toLowerCase(Locale.ROOT);
        location = Sighting.location(port.matches("\\d{1,9}") ? Integer.parseInt(port) : 0, protocol);
        service = NexposeFacts.orEmpty(xml.attribute("name"));
        xml.children(child -> {
            if (child.equals("vulnerabilities")) {
                xml.children(each -> finding());
            }
        });
        location = Sighting.location(0, "tcp");
        service = "";
    }

    private void finding() throws IOException {
        String id = NexposeFacts.orEmpty(xml.attribute("id"));
        String result = NexposeFacts.orEmpty(xml.attribute("resultCode"));
        if (id.isEmpty() || !VULNERABLE.contains(result)) {
            sink.skipped(Skipped.result(
                    xml.place(),
                    id.isEmpty() ? "a finding without id" : "check " + id + " on " + address + ": result " + result));
            return;
        }
        anyFinding = true;
        Sighting sighting = new Sighting(number, address, id, NOT_SAID, location);
        if (sink.sighted(sighting)) {
            record(sighting);
        }
    }

    private void record(Sighting sighting) throws IOException {
        List<String> cves = new ArrayList<>();
        List<String> links = new ArrayList<>();
        List<String> references = new ArrayList<>();
        xml.children(name -> {
            String catalogue = NexposeFacts.orEmpty(xml.attribute("type")).toUpperCase(Locale.ROOT);
            String text = xml.text().strip();
            switch (catalogue) {
                case "CVE" -> cves.addAll(CveList.in(text));
                case "URL" -> links.add(text);
                default -> references.add(catalogue + ":" + text);
            }
        });
        sink.record(ScanRecord.of(sighting)
                .title(sighting.checkId())
                .service(service)
                .cves(cves)
                .seeAlso(links)
                .crossReferences(references)
                .build());
    }
}
