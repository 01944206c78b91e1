package io.closeout.intake.parser.qualys;

import io.closeout.intake.parser.CheckSelection;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.HtmlMemory;
import io.closeout.intake.parser.PortRange;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanSink;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a WAS report says beside its results: the glossary, the web applications, the scans. */
final class QualysWasFacts {

    private final Map<String, QualysCheck> glossary = new HashMap<>();
    private final List<String> applications = new ArrayList<>();
    private String title = "";
    private String profile = "";
    private @Nullable Instant end;

    void read(HardenedXml xml, ScanSink sink) throws IOException {
        xml.children(part -> {
            switch (part) {
                case "TARGET" ->
                    xml.children(child -> title = title.isEmpty() ? xml.text().strip() : title);
                case "GLOSSARY" -> xml.children(list -> glossary(xml, sink, list));
                case "APPENDIX" -> xml.children(child -> appendix(xml, child));
                default -> xml.skip();
            }
        });
    }

    private void glossary(HardenedXml xml, ScanSink sink, String list) throws IOException {
        if (list.equals("QID_LIST")) {
            xml.children(entry -> {
                QualysCheck check = QualysCheck.read(xml, sink, new HtmlMemory());
                glossary.put(check.id(), check);
            });
        }
    }

    private void appendix(HardenedXml xml, String name) throws IOException {
        switch (name) {
            case "SCAN_LIST", "WEBAPP_LIST" -> xml.children(child -> appendix(xml, child));
            case "SCAN", "WEBAPP", "WEB_APPLICATION" -> xml.children(child -> appendix(xml, child));
            case "URL" -> applications.add(xml.text().strip());
            case "PROFILE" -> profile = xml.text().strip();
            case "END_DATE" -> end = QualysTimes.later(end, QualysTimes.moment(xml.text()));
            default -> xml.skip();
        }
    }

    ScanHeader header(FormatDescriptor format) {
        return new ScanHeader(
                format.scanner(),
                format.format(),
                title,
                profile,
                new CheckSelection.Builder().build(),
                PortRange.of(""));
    }

    @Nullable
    QualysCheck check(String id) {
        return glossary.get(id);
    }

    /** For results without an address; empty if the file names several applications, or none. */
    String onlyApplication() {
        return applications.stream().distinct().count() == 1 ? applications.get(0) : "";
    }

    /** Of the last scan in the report. */
    @Nullable
    Instant end() {
        return end;
    }
}
