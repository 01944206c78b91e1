package io.closeout.intake.parser.checkmarx;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.dependency.Days;
import io.closeout.intake.parser.dependency.JsonFile;
import io.closeout.intake.parser.dependency.PackageWeakness;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Weaknesses and libraries of the analysis of open source, put together into one array of both lists. It does not say by which version of
 * CVSS a score was made; the severity counts.
 */
public final class CheckmarxOsaParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "checkmarx-osa-json",
            CheckmarxResults.SCANNER,
            "Checkmarx OSA (JSON)",
            "CxOSA 8.9 to 9.5",
            "jq -s . CxOSAVulnerabilities.json CxOSALibraries.json > osa.json. It does not name the project: name the asset when you"
                    + " hand it in.",
            "Checkmarx, \"CxOSA REST API\" (docs.checkmarx.com)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.hasJson("[][].cveName", "[][].severity")
                || probe.hasJson("[][].version", "[][].newestVersion")
                || probe.hasJson("[].cveName", "[].libraryId");
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        Map<String, JsonValue> libraries = new HashMap<>();
        each(in, (json, value) -> {
            if (!value.has("severity")) {
                libraries.put(value.text("id"), value);
            }
        });
        CheckmarxResults results = new CheckmarxResults(DESCRIPTOR, sink);
        each(in, (json, value) -> {
            if (value.has("severity")) {
                weakness(json.place(), value, libraries.get(value.text("libraryId")), results);
            }
        });
        results.finish();
    }

    private interface Entry {
        void read(HardenedJson json, JsonValue value);
    }

    private static void each(ScanInput in, Entry entry) throws IOException {
        try (InputStream bytes = in.open();
                HardenedJson json = HardenedJson.open(bytes)) {
            while (json.next()) {
                json.elements(() -> {
                    if (!json.isArray()) {
                        throw ScanUnreadable.because("It is only one of two files. Put them together:"
                                + " jq -s . CxOSAVulnerabilities.json CxOSALibraries.json > osa.json");
                    }
                    JsonFile.elements(json, each -> entry.read(each, each.value()));
                });
            }
        }
    }

    private static void weakness(String where, JsonValue value, @Nullable JsonValue library, CheckmarxResults results) {
        String id = value.firstText("cveName", "id");
        if (library == null) {
            results.skipped(where, id + " names no library of the file");
            return;
        }
        results.add(
                where,
                id + " in " + library.text("name"),
                value.text("state", "name"),
                new PackageWeakness(where, "", id)
                        .of("", library.text("name"), library.text("version"))
                        .advice(value.text("recommendations"))
                        .rated(value.text("severity", "name"), CvssScores.NONE)
                        .told("", value.text("description"))
                        .family("osa")
                        .links(value.texts("url"))
                        .published(Days.day(value.text("publishDate")))
                        .line("File", value.text("sourceFileName"))
                        .line("Score", value.text("score"))
                        .line("State", value.text("state", "name")));
    }
}
