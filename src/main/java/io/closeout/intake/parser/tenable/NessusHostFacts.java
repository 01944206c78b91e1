package io.closeout.intake.parser.tenable;

import io.closeout.intake.parser.ScannedHost;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a host of its raw properties. Tag names: Tenable, "Nessus v2 File Format", and files of Nessus 5 to 10. */
final class NessusHostFacts {

    private static final Pattern MAC = Pattern.compile("(?:[0-9a-fA-F]{2}[:-]){5}[0-9a-fA-F]{2}");
    private static final Pattern QUOTED_FQDN = Pattern.compile("\"FQDN\"\\s*:\\s*\"([^\"]+)\"");
    /** Such as {@code Tue Jan  7 08:19:25 2014}, in the scanner's own zone. */
    private static final DateTimeFormatter C_TIME = DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy", Locale.ROOT);

    private final Map<String, String> properties;

    private NessusHostFacts(Map<String, String> properties) {
        this.properties = properties;
    }

    static ScannedHost of(String name, int number, Map<String, String> properties, NessusWitnesses witnesses) {
        return new NessusHostFacts(properties).host(name, number, witnesses);
    }

    private ScannedHost host(String name, int number, NessusWitnesses witnesses) {
        Instant end = time("HOST_END_TIMESTAMP", "HOST_END");
        String logOn = properties.get("Credentialed_Scan");
        if (logOn != null) {
            witnesses.logOn(logOn.equalsIgnoreCase("true"));
        }
        return new ScannedHost(
                number,
                name,
                words("host-ip"),
                fqdns(),
                first("netbios-name"),
                macs(),
                first("host-uuid", "agent-uuid"),
                first("bios-uuid"),
                first("operating-system", "os"),
                time("HOST_START_TIMESTAMP", "HOST_START"),
                end,
                null,
                witnesses.contact(end != null),
                witnesses.credentials(),
                properties,
                witnesses.feed());
    }

    private @Nullable String first(String... names) {
        return Arrays.stream(names)
                .map(name -> properties.getOrDefault(name, ""))
                .map(value -> value.lines().findFirst().orElse("").strip())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private List<String> words(String name) {
        return Arrays.stream(properties.getOrDefault(name, "").split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private List<String> fqdns() {
        Stream<String> listed = QUOTED_FQDN
                .matcher(properties.getOrDefault("host-fqdns", ""))
                .results()
                .map(found -> found.group(1));
        return Stream.concat(words("host-fqdn").stream(), listed).distinct().toList();
    }

    private List<String> macs() {
        List<String> macs = new ArrayList<>();
        Matcher found = MAC.matcher(properties.getOrDefault("mac-address", ""));
        while (found.find()) {
            macs.add(found.group().toLowerCase(Locale.ROOT).replace('-', ':'));
        }
        return macs.stream().distinct().toList();
    }

    private @Nullable Instant time(String timestamp, String text) {
        String seconds = first(timestamp);
        if (seconds != null && seconds.matches("\\d{1,11}")) {
            return Instant.ofEpochSecond(Long.parseLong(seconds));
        }
        String local = first(text);
        return local == null ? null : localTime(local.replaceAll("\\s+", " "));
    }

    private static @Nullable Instant localTime(String text) {
        try {
            return LocalDateTime.parse(text, C_TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException unknownForm) {
            // a host without a known end proves nothing, which is the safe reading
            return null;
        }
    }
}
