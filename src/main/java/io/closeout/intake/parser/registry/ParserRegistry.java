package io.closeout.intake.parser.registry;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.checkov.CheckovParser;
import io.closeout.intake.parser.clair.ClairParser;
import io.closeout.intake.parser.dependencycheck.DependencyCheckJsonParser;
import io.closeout.intake.parser.dependencycheck.DependencyCheckXmlParser;
import io.closeout.intake.parser.dependencytrack.DependencyTrackParser;
import io.closeout.intake.parser.grype.GrypeParser;
import io.closeout.intake.parser.npm.NpmAuditParser;
import io.closeout.intake.parser.npm.YarnAuditParser;
import io.closeout.intake.parser.openvas.OpenVasCsvParser;
import io.closeout.intake.parser.openvas.OpenVasXmlParser;
import io.closeout.intake.parser.prisma.PrismaCsvParser;
import io.closeout.intake.parser.prisma.TwistcliParser;
import io.closeout.intake.parser.sbom.CsafParser;
import io.closeout.intake.parser.sbom.CycloneDxJsonParser;
import io.closeout.intake.parser.sbom.CycloneDxXmlParser;
import io.closeout.intake.parser.sbom.OpenVexParser;
import io.closeout.intake.parser.sbom.SpdxParser;
import io.closeout.intake.parser.tenable.NessusParser;
import io.closeout.intake.parser.tenable.TenableCsvParser;
import io.closeout.intake.parser.trivy.TrivyOperatorParser;
import io.closeout.intake.parser.trivy.TrivyParser;
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
                new TrivyParser(),
                new TrivyOperatorParser(),
                new GrypeParser(),
                new CycloneDxJsonParser(),
                new CycloneDxXmlParser(),
                new SpdxParser(),
                new CsafParser(),
                new OpenVexParser(),
                new ClairParser(),
                new TwistcliParser(),
                new PrismaCsvParser(),
                new CheckovParser(),
                new DependencyCheckXmlParser(),
                new DependencyCheckJsonParser(),
                new DependencyTrackParser(),
                new NpmAuditParser(),
                new YarnAuditParser()));
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
