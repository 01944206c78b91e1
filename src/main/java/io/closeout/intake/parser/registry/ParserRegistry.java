package io.closeout.intake.parser.registry;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.burp.BurpJsonParser;
import io.closeout.intake.parser.burp.BurpXmlParser;
import io.closeout.intake.parser.burp.DastardlyParser;
import io.closeout.intake.parser.nikto.NiktoJsonParser;
import io.closeout.intake.parser.nikto.NiktoXmlParser;
import io.closeout.intake.parser.nuclei.NucleiParser;
import io.closeout.intake.parser.openvas.OpenVasCsvParser;
import io.closeout.intake.parser.openvas.OpenVasXmlParser;
import io.closeout.intake.parser.sarif.SarifParser;
import io.closeout.intake.parser.tenable.NessusParser;
import io.closeout.intake.parser.tenable.TenableCsvParser;
import io.closeout.intake.parser.zap.ZapJsonParser;
import io.closeout.intake.parser.zap.ZapXmlParser;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every format that can be read, written out. A new format is one more line here. */
public final class ParserRegistry {

    private final List<ScanParser> parsers;

    public ParserRegistry() {
        this(List.of(
                new NessusParser(),
                new TenableCsvParser(),
                new OpenVasXmlParser(),
                new OpenVasCsvParser(),
                new SarifParser(),
                new ZapXmlParser(),
                new ZapJsonParser(),
                new BurpXmlParser(),
                new BurpJsonParser(),
                new DastardlyParser(),
                new NiktoXmlParser(),
                new NiktoJsonParser(),
                new NucleiParser()));
    }

    ParserRegistry(List<ScanParser> parsers) {
        this.parsers = List.copyOf(parsers);
    }

    public List<FormatDescriptor> formats() {
        return parsers.stream().map(ScanParser::descriptor).toList();
    }

    /**
     * Recognises the file by its content and reads it whole.
     *
     * @return the format that was read
     * @throws ScanUnreadable if the file is empty, of no known format, or broken
     */
    public FormatDescriptor read(ScanInput in, ScanSink sink) throws IOException {
        ScanProbe probe = ScanProbe.of(in);
        if (probe.isEmpty()) {
            throw ScanUnreadable.because("The file is empty. Export the scan again and check the size of the file.");
        }
        ScanParser parser = parserFor(probe).orElseThrow(this::notRecognised);
        parser.parse(in, sink);
        return parser.descriptor();
    }

    /** Empty if no parser knows the content, which is never to be taken for a clean scan. */
    public Optional<ScanParser> parserFor(ScanProbe probe) throws IOException {
        for (ScanParser parser : parsers) {
            if (parser.accepts(probe)) {
                return Optional.of(parser);
            }
        }
        return Optional.empty();
    }

    private ScanUnreadable notRecognised() {
        String known = formats().stream()
                .map(format -> format.tool() + " (" + format.format() + ")")
                .collect(Collectors.joining(", "));
        return ScanUnreadable.because("The content is not recognised as a scan report. Files that can be read: " + known
                + ". Compressed files have to be unpacked first.");
    }
}
