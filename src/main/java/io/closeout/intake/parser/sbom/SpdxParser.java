package io.closeout.intake.parser.sbom;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;

/** SPDX lists parts and no findings; it is recognised in order to say so. */
public final class SpdxParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "spdx-json",
            "spdx",
            "SPDX (JSON), recognised and refused",
            "SPDX 2.2 to 3.0",
            "Not to be handed in: it lists parts and no weaknesses. Hand in the report of a scanner that read it, such as"
                    + " trivy sbom --format json FILE.",
            "Linux Foundation, \"SPDX specification\" (spdx.dev)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.hasJson("spdxVersion") || probe.jsonText("@context").contains("spdx.org");
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) {
        throw Bom.withoutVulnerabilities("SPDX");
    }
}
