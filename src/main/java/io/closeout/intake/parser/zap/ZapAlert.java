package io.closeout.intake.parser.zap;

import io.closeout.intake.parser.CveList;
import io.closeout.intake.parser.CweList;
import io.closeout.intake.parser.HtmlText;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.intake.parser.WebSites;
import io.closeout.shared.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One alert, whichever file it comes from. It concerns the site as a whole: a report lists its places within it, and which ones it lists
 * changes with what was crawled. Requests and responses are left out, since they carry cookies and passwords.
 */
final class ZapAlert {

    private static final int INSTANCES_SHOWN = 100;

    private final String place;
    private final Map<String, String> texts = new HashMap<>();
    private final List<String> instances = new ArrayList<>();
    private String address = "";
    private int instancesSeen;

    /** @param place in the file */
    ZapAlert(String place) {
        this.place = place;
    }

    /** Names in any case, since the forms of the report differ in it. */
    void text(String name, String text) {
        texts.putIfAbsent(name.toLowerCase(Locale.ROOT), text.strip());
    }

    void instance(Map<String, String> instance) {
        instancesSeen++;
        String uri = instance.getOrDefault("uri", instance.getOrDefault("url", ""));
        address = address.isEmpty() ? uri : address;
        if (instances.size() < INSTANCES_SHOWN) {
            instances.add(Stream.of(
                            (instance.getOrDefault("method", "") + " " + uri).strip(),
                            named("parameter", instance.get("param")),
                            named("attack", instance.get("attack")),
                            named("evidence", instance.get("evidence")))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", ")));
        }
    }

    private static String named(String name, @Nullable String text) {
        return text == null || text.isBlank() ? "" : name + " " + text.strip();
    }

    /** @param site of the report; empty if the alert's own address decides */
    void handTo(ScanSink sink, WebSites sites, String site) {
        if (instancesSeen == 0) {
            instance(texts);
        }
        String checkId = first("alertref", "pluginid");
        Severity severity = severity();
        if (checkId.isEmpty()) {
            sink.skipped(Skipped.result(place, "an alert without alertRef and pluginid"));
        } else if (text("confidence").equals("0") || text("confidence").equalsIgnoreCase("false positive")) {
            sink.skipped(Skipped.result(place, "alert " + checkId + " is marked as a false positive"));
        } else if (severity == null) {
            sink.skipped(Skipped.result(
                    place,
                    "alert " + checkId + " has the unknown risk \"" + first("riskcode", "risk", "riskdesc") + "\""));
        } else {
            Sighting sighting = sites.at(site.isEmpty() ? address : site).sighting(checkId, severity, "");
            if (sink.sighted(sighting)) {
                sink.record(record(sighting));
            }
        }
    }

    /** ZAP, "Alert": risk 0 is informational, 3 high. */
    private @Nullable Severity severity() {
        String word = first("risk", "riskdesc").replaceFirst("\\s*\\(.*", "");
        return switch (first("riskcode").isEmpty() ? word.toLowerCase(Locale.ROOT) : text("riskcode")) {
            case "0", "informational", "info" -> Severity.INFO;
            case "1", "low" -> Severity.LOW;
            case "2", "medium" -> Severity.MEDIUM;
            case "3", "high" -> Severity.HIGH;
            default -> null;
        };
    }

    private ScanRecord record(Sighting sighting) {
        String reference = text("reference");
        List<String> links = Stream.concat(
                        HtmlText.links(reference).stream(),
                        HtmlText.plain(reference).lines())
                .map(String::strip)
                .filter(line -> line.startsWith("http"))
                .distinct()
                .toList();
        return ScanRecord.of(sighting)
                .title(first("alert", "name"))
                .type(ScanRecord.CheckType.REMOTE)
                .description(HtmlText.plain(first("desc", "description")))
                .solution(HtmlText.plain(text("solution")))
                .output(output())
                .cves(CveList.in(first("alert", "name") + " " + reference + " " + text("tags")))
                .seeAlso(links)
                .crossReferences(Stream.concat(CweList.ofNumber(text("cweid")).stream(), wasc())
                        .toList())
                .build();
    }

    private Stream<String> wasc() {
        String wasc = text("wascid");
        return wasc.matches("[1-9]\\d*") ? Stream.of("WASC:" + wasc) : Stream.empty();
    }

    private String output() {
        int more = instancesSeen - instances.size();
        return Stream.of(
                        String.join("\n", instances),
                        more > 0 ? "and " + more + " more places" : "",
                        HtmlText.plain(first("otherinfo", "other")))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String text(String name) {
        return texts.getOrDefault(name, "");
    }

    private String first(String... names) {
        return Stream.of(names)
                .map(this::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
