package io.closeout.intake.parser.nexpose;

import io.closeout.intake.parser.CheckSelection;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.PortRange;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanSink;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the report says beside its hosts: what the checks mean, and the scans it was made from. */
final class NexposeFacts {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS");

    private final Map<String, NexposeCheck> checks = new HashMap<>();
    private final Map<String, Instant> ends = new HashMap<>();
    private String scanName = "";

    void read(HardenedXml xml, ScanSink sink) throws IOException {
        xml.children(part -> {
            switch (part) {
                case "scans" -> xml.children(scan -> scan(xml));
                case "VulnerabilityDefinitions" ->
                    xml.children(entry -> {
                        NexposeCheck check = NexposeCheck.read(xml, sink);
                        checks.put(check.id().toLowerCase(Locale.ROOT), check);
                    });
                default -> xml.skip();
            }
        });
    }

    private void scan(HardenedXml xml) {
        String name = orEmpty(xml.attribute("name"));
        scanName = scanName.isEmpty() ? name : scanName;
        Instant end = moment(orEmpty(xml.attribute("endTime")));
        if (end != null) {
            ends.put(orEmpty(xml.attribute("id")), end);
        }
    }

    ScanHeader header(FormatDescriptor format) {
        return new ScanHeader(
                format.scanner(),
                format.format(),
                scanName,
                "",
                new CheckSelection.Builder().build(),
                PortRange.of(""));
    }

    /** Ids are compared without case, as the report itself mixes it. */
    @Nullable
    NexposeCheck check(String id) {
        return checks.get(id.toLowerCase(Locale.ROOT));
    }

    /** Null if the report does not name the scan. */
    @Nullable
    Instant endOf(String scanId) {
        return ends.get(scanId);
    }

    /** For hosts without results; null if no scan has an end. */
    @Nullable
    Instant lastEnd() {
        return ends.values().stream().max(Instant::compareTo).orElse(null);
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** {@code 20210228T225429678}, read as UTC; null for anything else. */
    static @Nullable Instant moment(String text) {
        try {
            return text.isEmpty() ? null : LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException unknownForm) {
            return null;
        }
    }
}
