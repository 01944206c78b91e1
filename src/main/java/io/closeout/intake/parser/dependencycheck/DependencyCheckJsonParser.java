package io.closeout.intake.parser.dependencycheck;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.Days;
import io.closeout.intake.parser.dependency.JsonFile;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.PackageWeakness;
import io.closeout.intake.parser.dependency.ScoreList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads project and dependencies first, the vulnerabilities of each, which may be thousands, one by one after that. */
public final class DependencyCheckJsonParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "dependency-check-json",
            DependencyCheckRating.SCANNER,
            "OWASP Dependency-Check (JSON)",
            "Dependency-Check 5 to 12",
            "dependency-check --format JSON --project NAME --scan FOLDER, or the plug-ins of Maven and Gradle with format JSON.",
            "OWASP, \"Dependency-Check\" (jeremylong.github.io/DependencyCheck)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.hasJson("reportSchema", "scanInfo")
                || probe.hasJson("projectInfo", "dependencies")
                || probe.hasJson("scanInfo.engineVersion");
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        Outline outline = new Outline();
        JsonFile.members(in, outline::read);
        ListedFindings findings = new ListedFindings(sink, DependencyCheckRating.SCALE);
        findings.header(DESCRIPTOR, outline.project);
        findings.asset(outline.project).end(Days.moment(outline.date));
        int[] next = {0};
        JsonFile.members(in, (json, name) -> {
            if (name.equals("dependencies")) {
                JsonFile.elements(json, each -> new Vulnerabilities(outline, next[0]++, findings, sink).read(each));
            }
        });
        findings.finish();
    }

    /** The project, and the names of its dependencies in their order. */
    private static final class Outline {

        private final List<Map<String, String>> dependencies = new ArrayList<>();
        private String project = "";
        private String date = "";

        void read(HardenedJson json, String name) throws IOException {
            if (name.equals("projectInfo")) {
                JsonValue info = json.value();
                project = info.text("name");
                date = info.text("reportDate");
            } else if (name.equals("dependencies")) {
                JsonFile.elements(json, this::dependency);
            }
        }

        private void dependency(HardenedJson json) throws IOException {
            Map<String, String> facts = new HashMap<>();
            dependencies.add(facts);
            json.members(name -> {
                if (name.equals("packages")) {
                    facts.put(
                            name,
                            json.value()
                                    .items()
                                    .map(each -> each.text("id"))
                                    .filter(id -> id.startsWith("pkg:"))
                                    .findFirst()
                                    .orElse(""));
                } else if (name.equals("fileName") || name.equals("filePath")) {
                    facts.put(name, json.text());
                }
            });
        }
    }

    /** Of one dependency. */
    private record Vulnerabilities(Outline outline, int dependency, ListedFindings findings, ScanSink sink) {

        void read(HardenedJson json) throws IOException {
            json.members(name -> {
                if (name.equals("vulnerabilities")) {
                    JsonFile.elements(json, each -> vulnerability(each.place(), each.value()));
                } else if (name.equals("suppressedVulnerabilities")) {
                    JsonFile.elements(json, each -> suppressed(each.place(), each.value()));
                }
            });
        }

        private String fact(String name) {
            return outline.dependencies.get(dependency).getOrDefault(name, "");
        }

        private void suppressed(String place, JsonValue value) {
            String notes = value.text("notes");
            findings.remark(
                    place,
                    value.text("name") + " in " + fact("fileName") + " was suppressed"
                            + (notes.isEmpty() ? "" : ": " + notes));
        }

        private void vulnerability(String place, JsonValue value) {
            String url = fact("packages");
            new PackageWeakness(place, outline.project, value.text("name"))
                    .of(url, url.isEmpty() ? fact("fileName") : "", "")
                    .rated(value.text("severity"), scores(place, value))
                    .told("", value.text("description"))
                    .family(value.text("source"))
                    .cwes(value.texts("cwes"))
                    .links(value.items("references")
                            .map(each -> each.text("url"))
                            .toList())
                    .line("File", fact("fileName"))
                    .line("Path", fact("filePath"))
                    .line("Notes", value.text("notes"))
                    .addTo(findings);
        }

        private CvssScores scores(String place, JsonValue value) {
            return new ScoreList(place, sink)
                    .offerV2(value.text("cvssv2", "score"), "")
                    .offerV3(value.text("cvssv3", "baseScore"), "")
                    .offerV4(value.text("cvssv4", "baseScore"), value.text("cvssv4", "vectorString"))
                    .scores();
        }
    }
}
