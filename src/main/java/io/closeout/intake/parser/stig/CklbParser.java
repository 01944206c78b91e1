package io.closeout.intake.parser.stig;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.stig.Checklist.RuleHandler;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** The JSON checklist of STIG Viewer 3. */
public final class CklbParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "stig-cklb",
            Checklist.SCANNER,
            "DISA STIG checklist (CKLB)",
            "STIG Viewer 3, STIG Manager, Evaluate-STIG",
            "In STIG Viewer 3 open the checklist and choose Save; the file ends in .cklb. Name the day of the review as scan date: the file does"
                    + " not hold it, and without it nothing is proved gone.",
            "DISA, STIG Viewer 3 User Guide (public.cyber.mil/stigs/srg-stig-tools)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.hasJson("stigs", "target_data")
                || probe.hasJson("stigs[].rules")
                || probe.hasJson("cklb_version", "stigs");
    }

    @Override
    public boolean tellsCoverage() {
        return true;
    }

    @Override
    public void parse(ScanInput in, ScanSink sink) throws IOException {
        new Checklist(DESCRIPTOR, sink).handOver((asset, handler) -> read(in, asset, handler));
    }

    private static void read(ScanInput in, ChecklistAsset asset, RuleHandler handler) throws IOException {
        try (HardenedJson json = HardenedJson.open(in.open())) {
            json.next();
            json.members(name -> {
                if (name.equals("target_data")) {
                    note(asset, json.value());
                } else if (name.equals("stigs")) {
                    json.elements(() -> stig(json, asset, handler));
                }
            });
        }
    }

    private static void note(ChecklistAsset asset, JsonValue target) {
        asset.hostName = target.text("host_name");
        asset.addresses = target.text("ip_address");
        asset.macs = target.text("mac_address");
        asset.fqdn = target.text("fqdn");
        Stream.of("target_type", "role", "technology_area", "web_db_site", "web_db_instance", "comments")
                .forEach(fact -> asset.properties.put(fact, target.text(fact)));
    }

    private static void stig(HardenedJson json, ChecklistAsset asset, RuleHandler handler) throws IOException {
        String[] id = {""};
        json.members(name -> {
            if (name.equals("stig_id") || (name.equals("stig_name") && id[0].isEmpty())) {
                id[0] = json.text();
            } else if (name.equals("release_info")) {
                asset.release(json.text());
            } else if (name.equals("rules")) {
                json.elements(() -> {
                    String place = json.place();
                    handler.rule(rule(place, id[0], json.value()));
                });
            }
        });
    }

    private static CheckedRule rule(String place, String benchmark, JsonValue rule) {
        JsonValue override = rule.at("overrides", "severity");
        List<String> references = Stream.concat(rule.texts("ccis").stream(), rule.texts("legacy_ids").stream())
                .distinct()
                .toList();
        return new CheckedRule(
                place,
                benchmark,
                rule.firstText("group_id", "group_id_src", "rule_id"),
                rule.firstText("rule_id_src", "rule_id"),
                rule.text("rule_version"),
                rule.text("status"),
                rule.text("severity"),
                override.text("severity"),
                override.text("reason"),
                rule.firstText("rule_title", "group_title"),
                rule.text("discussion"),
                rule.text("check_content"),
                rule.text("fix_text"),
                rule.text("finding_details"),
                rule.text("comments"),
                references);
    }
}
