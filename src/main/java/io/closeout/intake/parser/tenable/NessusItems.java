package io.closeout.intake.parser.tenable;

import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code ReportItem}s. What identifies an item stands in its attributes; texts are read only if wanted. */
final class NessusItems {

    private final HardenedXml xml;
    private final ScanSink sink;

    NessusItems(HardenedXml xml, ScanSink sink) {
        this.xml = xml;
        this.sink = sink;
    }

    void read(String host, int hostNumber, NessusWitnesses witnesses) throws IOException {
        Optional<Sighting> sighting = sighting(host, hostNumber);
        if (sighting.isEmpty()) {
            witnesses.leftOut();
            xml.skip();
            return;
        }
        String checkId = sighting.get().checkId();
        witnesses.saw(checkId);
        if (sink.sighted(sighting.get())) {
            NessusDetails details = details(checkId, witnesses);
            sink.record(details.record(sighting.get()));
        } else if (NessusWitnesses.needsOutputOf(checkId)) {
            details(checkId, witnesses);
        } else {
            xml.skip();
        }
    }

    private NessusDetails details(String checkId, NessusWitnesses witnesses) throws IOException {
        NessusDetails details = new NessusDetails(xml, sink);
        details.read();
        witnesses.heard(checkId, details.output());
        return details;
    }

    private Optional<Sighting> sighting(String host, int hostNumber) {
        String checkId = xml.attribute("pluginID");
        if (checkId == null || checkId.isBlank()) {
            return skipped(host, "a result without pluginID");
        }
        String severity = xml.attribute("severity");
        Severity scannerSays = severity(severity);
        if (scannerSays == null) {
            return skipped(host, "plugin " + checkId + " has the unknown severity \"" + severity + "\"");
        }
        String port = attribute("port", "0");
        if (!isNumber(port)) {
            return skipped(host, "plugin " + checkId + " has the unknown port \"" + port + "\"");
        }
        String protocol = attribute("protocol", "");
        return Optional.of(new Sighting(
                hostNumber, host, checkId, scannerSays, Sighting.location(Integer.parseInt(port), protocol)));
    }

    private Optional<Sighting> skipped(String host, String why) {
        sink.skipped(Skipped.result("host " + host + ", " + xml.place(), why));
        return Optional.empty();
    }

    private String attribute(String name, String otherwise) {
        String value = xml.attribute(name);
        return value == null ? otherwise : value;
    }

    private static boolean isNumber(String port) {
        return !port.isEmpty() && port.length() <= 9 && port.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Tenable, "Nessus v2 File Format": 0 informational to 4 critical. */
    private static @Nullable Severity severity(@Nullable String number) {
        if (number == null) {
            return null;
        }
        return switch (number) {
            case "0" -> Severity.INFO;
            case "1" -> Severity.LOW;
            case "2" -> Severity.MEDIUM;
            case "3" -> Severity.HIGH;
            case "4" -> Severity.CRITICAL;
            default -> null;
        };
    }
}
