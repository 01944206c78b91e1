package io.closeout.intake.parser.prisma;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.Days;
import io.closeout.intake.parser.dependency.FixStatus;
import io.closeout.intake.parser.dependency.JsonFile;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.ListedFindings.Found;
import io.closeout.intake.parser.dependency.PackageWeakness;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;

/** Vulnerabilities and broken rules of compliance of each subject. */
final class TwistcliResults implements TwistcliLayout.Visitor {

    private final TwistcliSubjects subjects;
    private final ListedFindings findings;
    private final ScanSink sink;
    private final Deque<Integer> open = new ArrayDeque<>();
    private int entered;

    TwistcliResults(TwistcliSubjects subjects, ListedFindings findings, ScanSink sink) {
        this.subjects = subjects;
        this.findings = findings;
        this.sink = sink;
    }

    @Override
    public void enter() {
        open.push(entered++);
    }

    @Override
    public void leave() {
        open.pop();
    }

    @Override
    public void member(HardenedJson json, String name) throws IOException {
        String asset = subjects.name(open.element());
        switch (name) {
            case "vulnerabilities" -> JsonFile.elements(json, each -> vulnerability(each.place(), asset, each.value()));
            case "compliances", "complianceIssues" ->
                JsonFile.elements(json, each -> compliance(each.place(), asset, each.value()));
            default -> json.skip();
        }
    }

    private void vulnerability(String place, String asset, JsonValue value) {
        String status = value.text("status");
        String fixed = FixStatus.fixedIn(status);
        new PackageWeakness(place, asset, value.firstText("id", "cve"))
                .of("", value.text("packageName"), value.text("packageVersion"))
                .fixedIn(fixed)
                .advice(FixStatus.advice(status))
                .rated(
                        value.text("severity"),
                        PrismaRating.scores(place, value.text("cvss"), value.text("vector"), sink))
                .told("", value.text("description"))
                .family(value.text("packageType"))
                .links(value.texts("link"))
                .published(Days.day(value.text("publishedDate")))
                .line("Status", status)
                .line("Path", value.text("packagePath"))
                .line("Risk factors", risks(value.at("riskFactors")))
                .addTo(findings);
    }

    /** A list, or an object with the factors for names. */
    private static String risks(JsonValue factors) {
        return factors.isArray()
                ? String.join(", ", factors.texts())
                : factors.members().map(member -> member.getKey()).collect(Collectors.joining(", "));
    }

    private void compliance(String place, String asset, JsonValue value) {
        String id = value.text("id");
        findings.add(
                new Found(
                        place,
                        asset,
                        id.isEmpty() ? value.text("title") : "compliance:" + id,
                        "",
                        value.text("severity"),
                        CvssScores.NONE),
                record -> record.title(value.text("title"))
                        .family(value.text("category").isEmpty() ? "compliance" : value.text("category"))
                        .description(value.text("description"))
                        .output(value.text("cause")));
    }
}
