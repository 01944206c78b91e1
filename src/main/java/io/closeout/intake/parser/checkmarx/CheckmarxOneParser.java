package io.closeout.intake.parser.checkmarx;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.JsonFile;
import java.io.IOException;

/** The list of results of Checkmarx One's program and REST API, of all its engines. */
public final class CheckmarxOneParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "checkmarx-one-json",
            CheckmarxResults.SCANNER,
            "Checkmarx One (JSON)",
            "Checkmarx One CLI 2.0",
            "cx results show --scan-id … --report-format json. It does not name the project: name the asset when you hand it in.",
            "Checkmarx, \"Checkmarx One CLI: results\" (docs.checkmarx.com)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.hasJson("results[].similarityId", "results[].state")
                || probe.hasJson("results", "totalCount", "scanID")
                || probe.hasJson("results[].type", "results[].status", "results[].data.queryName");
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        CheckmarxResults results = new CheckmarxResults(DESCRIPTOR, sink);
        CheckmarxOneResult reader = new CheckmarxOneResult(results, sink);
        JsonFile.members(in, (json, name) -> {
            if (name.equals("results")) {
                JsonFile.elements(json, each -> reader.read(each.place(), each.value()));
            }
        });
        results.finish();
    }
}
