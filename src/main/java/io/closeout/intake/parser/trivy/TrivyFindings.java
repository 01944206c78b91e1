package io.closeout.intake.parser.trivy;

import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.ListedFindings;
import java.io.IOException;

/** Hands over the findings of each result, one at a time. */
final class TrivyFindings implements TrivyLayout.Visitor {

    private final TrivyOutline outline;
    private final ListedFindings findings;
    private final ScanSink sink;
    private int result = -1;

    TrivyFindings(TrivyOutline outline, ListedFindings findings, ScanSink sink) {
        this.outline = outline;
        this.findings = findings;
        this.sink = sink;
    }

    /** One finding and where it was found. */
    record Entry(String place, String asset, String target, String type, JsonValue value) {}

    private interface Reader {
        void read(Entry entry);
    }

    @Override
    public void result() {
        result++;
    }

    @Override
    public void resultMember(HardenedJson json, String name) throws IOException {
        switch (name) {
            case "Vulnerabilities" -> each(json, entry -> TrivyVulnerability.read(entry, findings, sink));
            case "Misconfigurations" -> each(json, entry -> TrivyIssues.misconfiguration(entry, findings));
            case "Secrets" -> each(json, entry -> TrivyIssues.secret(entry, findings));
            case "Licenses" -> each(json, entry -> TrivyIssues.licence(entry, findings));
            case "ExperimentalModifiedFindings" -> each(json, this::setAside);
            default -> json.skip();
        }
    }

    private void each(HardenedJson json, Reader reader) throws IOException {
        if (json.isArray()) {
            json.elements(() -> {
                String place = json.place();
                reader.read(new Entry(
                        place, outline.asset(result), outline.target(result), outline.type(result), json.value()));
            });
        }
    }

    private void setAside(Entry entry) {
        JsonValue value = entry.value();
        JsonValue finding = value.at("Finding");
        findings.remark(
                entry.place(),
                finding.firstText("VulnerabilityID", "ID", "RuleID", "Name") + " in " + entry.target()
                        + " was set aside by " + value.text("Source") + " as " + value.text("Status") + ": "
                        + value.text("Statement"));
    }

    @Override
    public void fact(HardenedJson json, String name) {
        // the outline has it
    }

    @Override
    public void resource() {
        // the outline has it
    }

    @Override
    public void resourceFact(HardenedJson json, String name) {
        // the outline has it
    }
}
