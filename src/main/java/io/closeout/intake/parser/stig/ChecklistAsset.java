package io.closeout.intake.parser.stig;

import io.closeout.intake.parser.FeedVersion;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.ScannedHost.Contact;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The asset of a checklist. It was looked at by a person, so what was reviewed proves something; when, the file does not say. */
final class ChecklistAsset {

    private static final Pattern BENCHMARK_DATE = Pattern.compile("Benchmark Date: (\\d{1,2} \\w{3} \\d{4})");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    String hostName = "";
    String addresses = "";
    String macs = "";
    String fqdn = "";
    private final Set<String> releases = new HashSet<>();
    final Map<String, String> properties = new LinkedHashMap<>();

    String name() {
        return Stream.of(hostName, fqdn, words(addresses).findFirst().orElse(""))
                .filter(each -> !each.isBlank())
                .map(String::strip)
                .findFirst()
                .orElse(ScannedHost.NOT_NAMED);
    }

    /** @param info such as {@code Release: 5 Benchmark Date: 07 Jun 2023} */
    void release(String info) {
        releases.add(info);
    }

    /** The date of the one STIG; several cannot be told apart by machine. */
    private FeedVersion feed() {
        Matcher date = BENCHMARK_DATE.matcher(
                releases.size() == 1 ? releases.iterator().next() : "");
        return date.find() ? dated(date.group(1)) : FeedVersion.UNKNOWN;
    }

    private static FeedVersion dated(String day) {
        try {
            return FeedVersion.of(LocalDate.parse(day, DAY).format(DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeParseException unknownForm) {
            return FeedVersion.UNKNOWN;
        }
    }

    ScannedHost host() {
        ScannedHost.Builder host =
                ScannedHost.of(0, name()).fqdn(fqdn).contact(Contact.CHECKED).feed(feed());
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
