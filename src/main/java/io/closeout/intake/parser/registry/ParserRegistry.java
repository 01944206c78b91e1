package io.closeout.intake.parser.registry;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.Skipped;
import io.closeout.intake.parser.burp.BurpJsonParser;
import io.closeout.intake.parser.burp.BurpXmlParser;
import io.closeout.intake.parser.burp.DastardlyParser;
import io.closeout.intake.parser.checkov.CheckovParser;
import io.closeout.intake.parser.clair.ClairParser;
import io.closeout.intake.parser.defender.DefenderJsonParser;
import io.closeout.intake.parser.dependencycheck.DependencyCheckJsonParser;
import io.closeout.intake.parser.dependencycheck.DependencyCheckXmlParser;
import io.closeout.intake.parser.dependencytrack.DependencyTrackParser;
import io.closeout.intake.parser.generic.FindingListParser;
import io.closeout.intake.parser.generic.FindingTableParser;
import io.closeout.intake.parser.github.GitHubAlertsParser;
import io.closeout.intake.parser.gitlab.GitLabParser;
import io.closeout.intake.parser.grype.GrypeParser;
import io.closeout.intake.parser.nexpose.NexposeSimpleParser;
import io.closeout.intake.parser.nexpose.NexposeXmlParser;
import io.closeout.intake.parser.nikto.NiktoJsonParser;
import io.closeout.intake.parser.nikto.NiktoXmlParser;
import io.closeout.intake.parser.nmap.NmapXmlParser;
import io.closeout.intake.parser.npm.NpmAuditParser;
import io.closeout.intake.parser.npm.YarnAuditParser;
import io.closeout.intake.parser.nuclei.NucleiParser;
import io.closeout.intake.parser.openvas.OpenVasCsvParser;
import io.closeout.intake.parser.openvas.OpenVasXmlParser;
import io.closeout.intake.parser.prisma.PrismaCsvParser;
import io.closeout.intake.parser.prisma.TwistcliParser;
import io.closeout.intake.parser.qualys.QualysAssetReportParser;
import io.closeout.intake.parser.qualys.QualysCsvParser;
import io.closeout.intake.parser.qualys.QualysScanXmlParser;
import io.closeout.intake.parser.qualys.QualysWasReportParser;
import io.closeout.intake.parser.qualys.QualysWasScanParser;
import io.closeout.intake.parser.sarif.SarifParser;
import io.closeout.intake.parser.sbom.CsafParser;
import io.closeout.intake.parser.sbom.CycloneDxJsonParser;
import io.closeout.intake.parser.sbom.CycloneDxXmlParser;
import io.closeout.intake.parser.sbom.OpenVexParser;
import io.closeout.intake.parser.sbom.SpdxParser;
import io.closeout.intake.parser.semgrep.SemgrepParser;
import io.closeout.intake.parser.stig.CklParser;
import io.closeout.intake.parser.stig.CklbParser;
import io.closeout.intake.parser.tenable.NessusParser;
import io.closeout.intake.parser.tenable.TenableCsvParser;
import io.closeout.intake.parser.trivy.TrivyOperatorParser;
import io.closeout.intake.parser.trivy.TrivyParser;
import io.closeout.intake.parser.wazuh.WazuhJsonParser;
import io.closeout.intake.parser.xccdf.XccdfParser;
import io.closeout.intake.parser.zap.ZapJsonParser;
import io.closeout.intake.parser.zap.ZapXmlParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every format that can be read, written out. A new format is one more line here. */
public final class ParserRegistry {

    private static final int DEEPEST = 2;
    private static final int NAMED = 10;

    private final List<ScanParser> parsers;

    public ParserRegistry() {
        this(List.of(
                new NessusParser(),
                new TenableCsvParser(),
                new OpenVasXmlParser(),
                new OpenVasCsvParser(),
                new QualysScanXmlParser(),
                new QualysAssetReportParser(),
                new QualysWasReportParser(),
                new QualysWasScanParser(),
                new QualysCsvParser(),
                new NexposeXmlParser(),
                new NexposeSimpleParser(),
                new NmapXmlParser(),
                new WazuhJsonParser(),
                new DefenderJsonParser(),
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
                new YarnAuditParser(),
                new SarifParser(),
                new SemgrepParser(),
                new GitLabParser(),
                new GitHubAlertsParser(),
                new ZapXmlParser(),
                new ZapJsonParser(),
                new BurpXmlParser(),
                new BurpJsonParser(),
                new DastardlyParser(),
                new NiktoXmlParser(),
                new NiktoJsonParser(),
                new NucleiParser(),
                new CklParser(),
                new CklbParser(),
                new XccdfParser(),
                // They know the names of columns only, so everybody else goes first.
                new FindingTableParser(),
                new FindingListParser()));
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
        Found found = find(in, probe, sink, 0);
        found.parser().parse(found.in(), sink);
        return found.parser().descriptor();
    }

    private record Found(ScanParser parser, ScanInput in) {}

    /** The file itself, or the one report in an archive. */
    private Found find(ScanInput in, ScanProbe probe, ScanSink sink, int depth) throws IOException {
        Optional<ScanParser> parser = parserFor(probe);
        if (parser.isPresent()) {
            return new Found(parser.get(), in);
        }
        List<ScanInput> inside = Archive.files(in);
        if (inside.isEmpty()) {
            throw notRecognised();
        }
        if (depth == DEEPEST) {
            throw ScanUnreadable.because("It is an archive in an archive in an archive. Hand in the report itself.");
        }
        return findInside(inside, sink, depth + 1);
    }

    private Found findInside(List<ScanInput> inside, ScanSink sink, int depth) throws IOException {
        List<Found> found = new ArrayList<>();
        List<ScanInput> others = new ArrayList<>();
        for (ScanInput file : inside) {
            ScanProbe probe = ScanProbe.of(file);
            if (inside.size() == 1) {
                found.add(find(file, probe, sink, depth));
            } else if (parserFor(probe).isPresent()) {
                found.add(new Found(parserFor(probe).get(), file));
            } else {
                others.add(file);
            }
        }
        if (found.size() > 1 && areOneReport(found)) {
            List<ScanInput> parts = found.stream().map(Found::in).toList();
            found = List.of(new Found(found.get(0).parser(), Archive.together(parts)));
        }
        if (found.size() > 1) {
            throw ScanUnreadable.because("The archive holds " + found.size() + " reports: "
                    + found.stream().limit(NAMED).map(each -> each.in().name()).collect(Collectors.joining("; "))
                    + ". Each is an import of its own: unpack it and hand them in one by one.");
        }
        if (found.isEmpty()) {
            throw notRecognised();
        }
        others.forEach(file -> sink.skipped(new Skipped(file.name(), "is not recognised as a scan report")));
        return found.get(0);
    }

    private static boolean areOneReport(List<Found> found) {
        ScanParser first = found.get(0).parser();
        return first.joinsFiles() && found.stream().allMatch(each -> each.parser() == first);
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
        return ScanUnreadable.because(
                "The content is not recognised as a scan report. The " + parsers.size()
                        + " formats that can be read, each also as .gz or alone in a .zip, are named on the import page and in docs/formats.md.");
    }
}
