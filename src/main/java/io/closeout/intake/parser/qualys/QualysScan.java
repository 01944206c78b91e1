package io.closeout.intake.parser.qualys;

import io.closeout.intake.parser.CheckSelection;
import io.closeout.intake.parser.FeedVersion;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.HtmlMemory;
import io.closeout.intake.parser.PortRange;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.Skipped;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The scan as a whole. Its checks are not named; two scans of one option profile ran the same. */
final class QualysScan {

    /** Such as {@code 10.9.0.1 (Scanner 4.14.30-1, Vulnsigs 2.5.100-2)}. */
    private static final Pattern SIGNATURES = Pattern.compile("Vulnsigs ([\\d.-]{1,40})");

    private final HardenedXml xml;
    private final ScanSink sink;
    private final FormatDescriptor format;
    private final HtmlMemory memory = new HtmlMemory();
    private final Map<String, String> keys = new HashMap<>();
    private int hosts;
    private boolean headerGiven;

    QualysScan(HardenedXml xml, ScanSink sink, FormatDescriptor format) {
        this.xml = xml;
        this.sink = sink;
        this.format = format;
    }

    void read() throws IOException {
        xml.children(this::part);
        giveHeader();
    }

    private void part(String name) throws IOException {
        switch (name) {
            case "HEADER" -> xml.children(this::header);
            case "IP" -> {
                giveHeader();
                new QualysScanHost(xml, sink, memory, hosts++, key("STATUS").equals("FINISHED"), feed()).read();
            }
            case "ERROR" -> {
                String place = xml.place();
                sink.skipped(
                        new Skipped(place, "the scanner reports: " + xml.text().strip()));
            }
            default -> xml.skip();
        }
    }

    private void header(String name) throws IOException {
        switch (name) {
            case "KEY" -> {
                String key = QualysWords.known(xml.attribute("value"));
                keys.put(key, xml.text().strip());
            }
            case "OPTION_PROFILE" -> xml.children(this::header);
            case "OPTION_PROFILE_TITLE" -> keys.put(name, xml.text().strip());
            default -> xml.skip();
        }
    }

    private String key(String name) {
        return keys.getOrDefault(name, "");
    }

    private FeedVersion feed() {
        Matcher signatures = SIGNATURES.matcher(key("SCAN_HOST"));
        return signatures.find() ? FeedVersion.of(signatures.group(1)) : FeedVersion.UNKNOWN;
    }

    private void giveHeader() {
        if (!headerGiven) {
            headerGiven = true;
            sink.header(new ScanHeader(
                    format.scanner(),
                    format.format(),
                    key("TITLE"),
                    key("OPTION_PROFILE_TITLE"),
                    new CheckSelection.Builder().build(),
                    PortRange.of("")));
        }
    }
}
