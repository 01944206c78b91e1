package io.closeout.intake.parser.registry;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.PackedScanParser;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.Skipped;
import io.closeout.intake.parser.acunetix.AcunetixXmlParser;
import io.closeout.intake.parser.aws.AsffParser;
import io.closeout.intake.parser.aws.InspectorParser;
import io.closeout.intake.parser.burp.BurpJsonParser;
import io.closeout.intake.parser.burp.BurpXmlParser;
import io.closeout.intake.parser.burp.DastardlyParser;
import io.closeout.intake.parser.checkmarx.CheckmarxFlowParser;
import io.closeout.intake.parser.checkmarx.CheckmarxOneParser;
import io.closeout.intake.parser.checkmarx.CheckmarxOsaParser;
import io.closeout.intake.parser.checkmarx.CheckmarxReportParser;
import io.closeout.intake.parser.checkmarx.CheckmarxXmlParser;
import io.closeout.intake.parser.checkov.CheckovParser;
import io.closeout.intake.parser.clair.ClairParser;
import io.closeout.intake.parser.defender.DefenderJsonParser;
import io.closeout.intake.parser.dependencycheck.DependencyCheckJsonParser;
import io.closeout.intake.parser.dependencycheck.DependencyCheckXmlParser;
import io.closeout.intake.parser.dependencytrack.DependencyTrackParser;
import io.closeout.intake.parser.fortify.FortifyFprParser;
import io.closeout.intake.parser.fortify.FortifyReportParser;
import io.closeout.intake.parser.fortify.FortifySscParser;
import io.closeout.intake.parser.generic.FindingListParser;
import io.closeout.intake.parser.generic.FindingTableParser;
import io.closeout.intake.parser.generic.TableLook;
import io.closeout.intake.parser.github.GitHubAlertsParser;
import io.closeout.intake.parser.gitlab.GitLabParser;
import io.closeout.intake.parser.grype.GrypeParser;
import io.closeout.intake.parser.hdf.HdfParser;
import io.closeout.intake.parser.invicti.InvictiJsonParser;
import io.closeout.intake.parser.invicti.InvictiXmlParser;
import io.closeout.intake.parser.nexpose.NexposeSimpleParser;
import io.closeout.intake.parser.nexpose.NexposeXmlParser;
import io.closeout.intake.parser.nikto.NiktoJsonParser;
import io.closeout.intake.parser.nikto.NiktoXmlParser;
import io.closeout.intake.parser.nmap.NmapXmlParser;
import io.closeout.intake.parser.npm.NpmAuditParser;
import io.closeout.intake.parser.npm.YarnAuditParser;
import io.closeout.intake.parser.nuclei.NucleiParser;
import io.closeout.intake.parser.ocsf.OcsfParser;
import io.closeout.intake.parser.openvas.OpenVasCsvParser;
import io.closeout.intake.parser.openvas.OpenVasXmlParser;
import io.closeout.intake.parser.prisma.PrismaCsvParser;
import io.closeout.intake.parser.prisma.TwistcliParser;
import io.closeout.intake.parser.prowler.ProwlerCsvParser;
import io.closeout.intake.parser.prowler.ProwlerJsonParser;
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
import io.closeout.intake.parser.snyk.SnykIssuesParser;
import io.closeout.intake.parser.snyk.SnykParser;
import io.closeout.intake.parser.sonarqube.SonarQubeParser;
import io.closeout.intake.parser.stig.CklParser;
import io.closeout.intake.parser.stig.CklbParser;
import io.closeout.intake.parser.tenable.NessusParser;
import io.closeout.intake.parser.tenable.TenableCsvParser;
import io.closeout.intake.parser.trivy.TrivyOperatorParser;
import io.closeout.intake.parser.trivy.TrivyParser;
import io.closeout.intake.parser.veracode.VeracodeAgentCsvParser;
import io.closeout.intake.parser.veracode.VeracodeAgentParser;
import io.closeout.intake.parser.veracode.VeracodeFindingsParser;
import io.closeout.intake.parser.veracode.VeracodePipelineParser;
import io.closeout.intake.parser.veracode.VeracodeXmlParser;
import io.closeout.intake.parser.wazuh.WazuhJsonParser;
import io.closeout.intake.parser.webinspect.WebInspectXmlParser;
import io.closeout.intake.parser.workbook.Workbook;
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
                new SnykParser(),
                new SnykIssuesParser(),
                new VeracodeXmlParser(),
                new VeracodeFindingsParser(),
                new VeracodePipelineParser(),
                new VeracodeAgentParser(),
                new VeracodeAgentCsvParser(),
                new CheckmarxXmlParser(),
                new CheckmarxOneParser(),
                new CheckmarxReportParser(),
                new CheckmarxFlowParser(),
                new CheckmarxOsaParser(),
                new SonarQubeParser(),
                new FortifyFprParser(),
                new FortifyReportParser(),
                new FortifySscParser(),
                new SarifParser(),
                new SemgrepParser(),
                new GitLabParser(),
                new GitHubAlertsParser(),
                new AsffParser(),
                new ProwlerCsvParser(),
                new ProwlerJsonParser(),
                new OcsfParser(),
                new InspectorParser(),
                new ZapXmlParser(),
                new ZapJsonParser(),
                new BurpXmlParser(),
                new BurpJsonParser(),
                new DastardlyParser(),
                new NiktoXmlParser(),
                new NiktoJsonParser(),
                new NucleiParser(),
                new AcunetixXmlParser(),
                new InvictiXmlParser(),
                new InvictiJsonParser(),
                new WebInspectXmlParser(),
                new CklParser(),
                new CklbParser(),
                new XccdfParser(),
                new HdfParser(),
                // They know the names of columns only, so everybody else goes first.
                new FindingTableParser(),
                new FindingListParser()));
    }

    ParserRegistry(List<ScanParser> parsers) {
        this.parsers = List.copyOf(parsers);
    }

    /** Those that an organisation described itself know their columns by name exactly, so they go before the usual names. */
    public ParserRegistry with(List<? extends ScanParser> own) {
        int usualNames = (int) parsers.stream()
                .takeWhile(parser -> !(parser instanceof FindingTableParser))
                .count();
        List<ScanParser> all = new ArrayList<>(parsers);
        all.addAll(usualNames, own);
        return new ParserRegistry(all);
    }

    /** The tables in a file, an archive or a workbook, whether their columns are known or not. */
    public List<ScanInput> tables(ScanInput in) throws IOException {
        return tables(in, 0);
    }

    private List<ScanInput> tables(ScanInput in, int depth) throws IOException {
        List<ScanInput> inside = Archive.files(in);
        if (inside.isEmpty() || depth > DEEPEST) {
            return TableLook.isTable(in) ? List.of(in) : List.of();
        }
        Optional<Workbook> workbook = Archive.workbook(in, inside);
        List<ScanInput> tables = new ArrayList<>();
        for (ScanInput each : workbook.isPresent() ? workbook.get().sheets() : inside) {
            tables.addAll(workbook.isPresent() ? tables(each, DEEPEST + 1) : tables(each, depth + 1));
        }
        return tables;
    }

    public List<FormatDescriptor> formats() {
        return parsers.stream().map(ScanParser::descriptor).toList();
    }

    /** Of a known format; false for any other. */
    public boolean tellsCoverage(String format) {
        return parsers.stream()
                .anyMatch(parser ->
                        parser.tellsCoverage() && parser.descriptor().format().equals(format));
    }

    /** Of a known format; false for any other. */
    public boolean countsInformational(String format) {
        return parsers.stream()
                .anyMatch(parser -> parser.countsInformational()
                        && parser.descriptor().format().equals(format));
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
        found.readInto(sink);
        return found.parser().descriptor();
    }

    /** @param beside the other files of its archive; none if the parser does not look at them */
    private record Found(ScanParser parser, ScanInput in, List<ScanInput> beside) {

        Found(ScanParser parser, ScanInput in) {
            this(parser, in, List.of());
        }

        void readInto(ScanSink sink) throws IOException {
            if (parser instanceof PackedScanParser packed) {
                packed.parse(in, beside, sink);
            } else {
                parser.parse(in, sink);
            }
        }
    }

    /** The file itself, or the one report in an archive. */
    private Found find(ScanInput in, ScanProbe probe, ScanSink sink, int depth) throws IOException {
        Optional<ScanParser> parser = parserFor(probe);
        if (parser.isPresent()) {
            return new Found(parser.get(), in);
        }
        if (PoamTable.isThere(probe)) {
            throw PoamTable.refused();
        }
        List<ScanInput> inside = Archive.files(in);
        if (inside.isEmpty()) {
            throw notRecognised(probe, in);
        }
        Optional<Workbook> workbook = Archive.workbook(in, inside);
        if (workbook.isPresent()) {
            return findSheet(workbook.get().sheets(), sink);
        }
        if (depth == DEEPEST) {
            throw ScanUnreadable.because("It is an archive in an archive in an archive. Hand in the report itself.");
        }
        return findInside(inside, sink, depth + 1);
    }

    /** The first sheet whose columns are known; what else the workbook holds is no part of the table. */
    private Found findSheet(List<ScanInput> sheets, ScanSink sink) throws IOException {
        Optional<Found> found = Optional.empty();
        List<ScanInput> others = new ArrayList<>();
        boolean asks = false;
        for (ScanInput sheet : sheets) {
            ScanProbe probe = ScanProbe.of(sheet);
            if (PoamTable.isThere(probe)) {
                throw PoamTable.refused();
            }
            Optional<ScanParser> parser = found.isEmpty() ? parserFor(probe) : Optional.empty();
            if (parser.isPresent()) {
                found = Optional.of(new Found(parser.get(), sheet));
            } else if (!probe.isEmpty()) {
                others.add(sheet);
                asks |= TableLook.isTable(sheet);
            }
        }
        boolean mayBeAsked = asks;
        Found table = found.orElseThrow(() -> notRecognised(mayBeAsked));
        others.forEach(sheet -> sink.skipped(new Skipped(sheet.name(), "is another sheet, which was not read")));
        return table;
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
            throw several(found);
        }
        if (found.isEmpty()) {
            throw notRecognised(anyTable(others));
        }
        if (found.get(0).parser() instanceof PackedScanParser) {
            return new Found(found.get(0).parser(), found.get(0).in(), others);
        }
        others.forEach(file -> sink.skipped(new Skipped(file.name(), "is not recognised as a scan report")));
        return found.get(0);
    }

    /** What needs other files of its archive cannot be taken out of it. */
    private static ScanUnreadable several(List<Found> found) {
        String why = "The archive holds " + found.size() + " reports: "
                + found.stream().limit(NAMED).map(each -> each.in().name()).collect(Collectors.joining("; "))
                + ". Each is an import of its own: unpack it and hand them in one by one.";
        return found.stream().anyMatch(each -> each.parser() instanceof PackedScanParser)
                ? ScanUnreadable.because(why)
                : ScanUnreadable.severalReports(found.stream().map(Found::in).toList(), why);
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

    private static boolean anyTable(List<ScanInput> files) throws IOException {
        for (ScanInput file : files) {
            if (TableLook.isTable(file)) {
                return true;
            }
        }
        return false;
    }

    private ScanUnreadable notRecognised(ScanProbe probe, ScanInput in) throws IOException {
        Optional<String> other = OtherDocuments.named(in, probe);
        return other.isPresent() ? ScanUnreadable.because(other.get()) : notRecognised(TableLook.isTable(in));
    }

    private ScanUnreadable notRecognised(boolean isTable) {
        if (isTable) {
            return ScanUnreadable.unknownColumns(
                    "The content is not recognised as a scan report. It is a table whose columns are not known by their names.");
        }
        return ScanUnreadable.because(
                "The content is not recognised as a scan report. The " + parsers.size()
                        + " formats that can be read, each also as .gz or in a .zip, are named on the import page and in docs/formats.md.");
    }
}
