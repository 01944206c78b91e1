package io.closeout.intake.parser.nmap;

import static io.closeout.intake.parser.nmap.NmapXmlParser.orEmpty;

import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanRecord.CheckType;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.ScannedHost.Contact;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One {@code host} with its ports. Nmap names a host by its address first, so that is its name here. */
final class NmapHost {

    private static final String OPEN_PORT = "open-port";

    private final HardenedXml xml;
    private final ScanSink sink;
    private final int number;
    private final String place;
    private final @Nullable Instant start;
    private final @Nullable Instant end;
    private final List<String> addresses = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private String mac = "";
    private String system = "";
    private boolean up = true;

    NmapHost(HardenedXml xml, ScanSink sink, int number, String scanStart) {
        this.xml = xml;
        this.sink = sink;
        this.number = number;
        this.place = xml.place();
        this.start = moment(orEmpty(xml.attribute("starttime")), moment(scanStart, null));
        this.end = moment(orEmpty(xml.attribute("endtime")), start);
    }

    private static @Nullable Instant moment(String seconds, @Nullable Instant otherwise) {
        return seconds.matches("\\d{1,11}") ? Instant.ofEpochSecond(Long.parseLong(seconds)) : otherwise;
    }

    void read() throws IOException {
        xml.children(this::part);
        if (addresses.isEmpty()) {
            sink.skipped(new Skipped(place, "a host without IP address"));
            return;
        }
        ScannedHost.Builder host = ScannedHost.of(number, name())
                .mac(mac)
                .operatingSystem(system)
                .start(start)
                .end(end)
                .contact(up ? Contact.LISTED : Contact.ONLY_PINGED);
        addresses.forEach(host::address);
        names.stream().filter(name -> name.contains(".")).forEach(host::fqdn);
        sink.host(host.build());
    }

    private String name() {
        return addresses.get(0);
    }

    private void part(String part) throws IOException {
        switch (part) {
            case "status" -> up = !orEmpty(xml.attribute("state")).equals("down");
            case "address" -> address(orEmpty(xml.attribute("addr")));
            case "hostnames" -> xml.children(each -> names.add(orEmpty(xml.attribute("name"))));
            case "ports" -> xml.children(this::port);
            case "hostscript" -> xml.children(each -> script().report(sighting(Sighting.location(0, "tcp")), ""));
            case "os" -> xml.children(this::operatingSystem);
            default -> xml.skip();
        }
    }

    private void address(String address) {
        if (orEmpty(xml.attribute("addrtype")).equals("mac")) {
            mac = address;
        } else {
            addresses.add(address);
        }
    }

    /** The first match is the most accurate. */
    private void operatingSystem(String name) {
        if (name.equals("osmatch") && system.isEmpty()) {
            system = orEmpty(xml.attribute("name"));
        }
    }

    /** Without an address there is nobody to report on; {@link #read} says so. */
    private Sighting sighting(String location) {
        return new Sighting(number, addresses.isEmpty() ? "" : name(), OPEN_PORT, Severity.INFO, location);
    }

    private NmapScript script() {
        return new NmapScript(sink, xml.place(), orEmpty(xml.attribute("id")), orEmpty(xml.attribute("output")));
    }

    private void port(String element) throws IOException {
        if (!element.equals("port") || addresses.isEmpty()) {
            return;
        }
        String port = orEmpty(xml.attribute("portid"));
        String location = Sighting.location(
                port.matches("\\d{1,9}") ? Integer.parseInt(port) : 0,
                orEmpty(xml.attribute("protocol")).toLowerCase(Locale.ROOT));
        String[] told = {"", "", ""};
        List<NmapScript> scripts = new ArrayList<>();
        xml.children(name -> {
            switch (name) {
                case "state" -> told[0] = orEmpty(xml.attribute("state"));
                case "service" -> {
                    told[1] = orEmpty(xml.attribute("name"));
                    told[2] = product();
                }
                case "script" -> scripts.add(script());
                default -> xml.skip();
            }
        });
        if (told[0].equals("open")) {
            openPort(sighting(location), told[1], told[2], scripts);
            scripts.forEach(script -> script.report(sighting(location), told[1]));
        }
    }

    private String product() {
        return Stream.of("product", "version", "extrainfo")
                .map(part -> orEmpty(xml.attribute(part)))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private void openPort(Sighting sighting, String service, String product, List<NmapScript> scripts) {
        if (sink.sighted(sighting)) {
            Stream<String> answers = scripts.stream().map(NmapScript::text);
            sink.record(ScanRecord.of(sighting)
                    .title("Open port " + sighting.location())
                    .family("port")
                    .service(service)
                    .type(CheckType.REMOTE)
                    .output(Stream.concat(Stream.of(product), answers)
                            .filter(text -> !text.isEmpty())
                            .collect(Collectors.joining("\n")))
                    .build());
        }
    }
}
