package io.closeout.intake.parser.openvas;

import io.closeout.intake.parser.FeedVersion;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.ScannedHost.Contact;
import io.closeout.intake.parser.ScannedHost.Credentials;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects the hosts of a report by address; some are named by results only. */
final class OpenVasHosts {

    private final HardenedXml xml;
    private final ScanSink sink;
    private final Map<String, Facts> hosts = new LinkedHashMap<>();

    OpenVasHosts(HardenedXml xml, ScanSink sink) {
        this.xml = xml;
        this.sink = sink;
    }

    private static final class Facts {

        private final int number;
        private final Map<String, String> details = new LinkedHashMap<>();
        private String name = "";
        private @Nullable Instant start;
        private @Nullable Instant end;
        private boolean unsure;

        Facts(int number) {
            this.number = number;
        }

        ScannedHost host(String address, Contact whole) {
            String shown = name.isEmpty() ? details.getOrDefault("hostname", "") : name;
            String system = details.getOrDefault("best_os_txt", details.getOrDefault("OS", ""));
            return new ScannedHost(
                    number,
                    address,
                    List.of(address),
                    shown.isEmpty() ? List.of() : List.of(shown),
                    null,
                    details.containsKey("MAC") ? List.of(details.get("MAC").toLowerCase(Locale.ROOT)) : List.of(),
                    null,
                    null,
                    system.isEmpty() ? null : system,
                    start,
                    end,
                    null,
                    contact(whole),
                    credentials(),
                    details,
                    FeedVersion.UNKNOWN);
        }

        private Contact contact(Contact whole) {
            if (details.containsKey("Host dead")) {
                return Contact.ONLY_PINGED;
            }
            return end == null || unsure ? Contact.LISTED : whole;
        }

        private Credentials credentials() {
            if (details.keySet().stream().anyMatch(name -> name.matches("Auth-.*-Failure"))) {
                return Credentials.DENIED;
            }
            boolean proven = details.keySet().stream().anyMatch(name -> name.matches("Auth-.*-Success"));
            return proven ? Credentials.PROVEN : Credentials.UNKNOWN;
        }
    }

    private Facts of(String address) {
        return hosts.computeIfAbsent(address, unknown -> new Facts(hosts.size()));
    }

    /** @return the host's number */
    int seen(String address, String hostName) {
        Facts facts = of(address);
        if (facts.name.isEmpty()) {
            facts.name = hostName;
        }
        return facts.number;
    }

    /** A check failed on the host, or its result was not understood; there may be weaknesses that are not told. */
    void unsure(String address) {
        if (!address.isEmpty()) {
            of(address).unsure = true;
        }
    }

    /** One {@code host} of the report, with all that was found out about it. */
    void read() throws IOException {
        Map<String, String> details = new LinkedHashMap<>();
        String[] told = {"", "", ""};
        xml.children(name -> {
            switch (name) {
                case "ip" -> told[0] = xml.text().strip();
                case "start" -> told[1] = xml.text().strip();
                case "end" -> told[2] = xml.text().strip();
                case "detail" -> detail(details);
                default -> xml.skip();
            }
        });
        if (!told[0].isEmpty()) {
            Facts facts = of(told[0]);
            facts.details.putAll(details);
            facts.start = earlier(facts.start, moment(told[1]));
            facts.end = later(facts.end, moment(told[2]));
        }
    }

    private void detail(Map<String, String> details) throws IOException {
        String[] told = {"", ""};
        xml.children(name -> {
            if (name.equals("name")) {
                told[0] = xml.text().strip();
            } else if (name.equals("value")) {
                told[1] = xml.text().strip();
            }
        });
        details.merge(told[0], told[1], (one, other) -> one.contains(other) ? one : one + "\n" + other);
    }

    /** Reports of OpenVAS 6 and 7 keep the times apart from the hosts. */
    void started() throws IOException {
        String[] address = {""};
        Instant start =
                moment(xml.textBeside(child -> address[0] = xml.text().strip()).strip());
        of(address[0]).start = start;
    }

    /** As {@link #started}. */
    void ended() throws IOException {
        String[] address = {""};
        Instant end =
                moment(xml.textBeside(child -> address[0] = xml.text().strip()).strip());
        of(address[0]).end = end;
    }

    static @Nullable Instant moment(String text) {
        try {
            return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unknownForm) {
            // a host without a known end proves nothing, which is the safe reading
            return null;
        }
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return Stream.of(one, other)
                .filter(each -> each != null)
                .min(Instant::compareTo)
                .orElse(null);
    }

    static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return Stream.of(one, other)
                .filter(each -> each != null)
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** @param whole how far the scan as a whole got */
    void finish(Contact whole) {
        hosts.forEach((address, facts) -> sink.host(facts.host(address, whole)));
    }
}
