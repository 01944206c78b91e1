package io.closeout.intake.parser.fortify;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.PackedScanParser;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.ListedFindings;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The file {@code audit.fvdl}, alone or in the archive of a project with {@code audit.xml} beside it. */
public final class FortifyFprParser implements PackedScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "fortify-fpr",
            FortifyPriority.SCANNER,
            "Fortify project file (FPR)",
            "Static Code Analyzer 20 to 24",
            "sourceanalyzer -b shop -scan -f shop.fpr, or download the FPR from Software Security Center. The build id (-b) names the"
                    + " asset: keep it from scan to scan.",
            "Fortify, \"Static Code Analyzer User Guide\" (FVDL 1.12 describes itself by its schema)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.xmlRoot().filter("FVDL"::equals).isPresent();
    }

    @Override
    public void parse(ScanInput in, List<ScanInput> beside, ScanSink sink) throws IOException {
        Map<String, String> closed = FortifyAudit.closed(beside);
        FortifyFacts facts = FortifyFacts.read(in);
        ListedFindings findings = new ListedFindings(sink, FortifyPriority.SCALE);
        findings.header(DESCRIPTOR, "");
        findings.asset(facts.build()).end(facts.created());
        try (HardenedXml xml = HardenedXml.open(in.open())) {
            xml.root();
            xml.children(name -> {
                if (name.equals("Vulnerabilities")) {
                    xml.children(each -> FortifyVulnerability.read(xml).addTo(findings, facts, closed));
                }
            });
            xml.finish();
        }
        findings.finish();
    }
}
