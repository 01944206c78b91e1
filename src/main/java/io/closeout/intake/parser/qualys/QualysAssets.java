package io.closeout.intake.parser.qualys;

import io.closeout.intake.parser.CheckSelection;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.PortRange;
import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanSink;
import java.io.IOException;
import java.util.Map;

/** The hosts of an asset data report. */
final class QualysAssets {

    private final HardenedXml xml;
    private final ScanSink sink;
    private final FormatDescriptor format;
    private final Map<String, QualysCheck> glossary;
    private int hosts;
    private String template = "";
    private boolean headerGiven;

    QualysAssets(HardenedXml xml, ScanSink sink, FormatDescriptor format, Map<String, QualysCheck> glossary) {
        this.xml = xml;
        this.sink = sink;
        this.format = format;
        this.glossary = glossary;
    }

    void read() throws IOException {
        xml.children(this::part);
        giveHeader();
    }

    private void part(String name) throws IOException {
        switch (name) {
            case "HEADER" ->
                xml.children(child -> {
                    if (child.equals("TEMPLATE")) {
                        template = xml.text().strip();
                    }
                });
            case "HOST_LIST" -> {
                giveHeader();
                xml.children(host -> new QualysAsset(xml, sink, hosts++, glossary).read());
            }
            default -> xml.skip();
        }
    }

    private void giveHeader() {
        if (!headerGiven) {
            headerGiven = true;
            sink.header(new ScanHeader(
                    format.scanner(),
                    format.format(),
                    template,
                    "",
                    new CheckSelection.Builder().build(),
                    PortRange.of("")));
        }
    }
}
