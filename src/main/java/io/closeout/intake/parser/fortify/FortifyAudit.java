package io.closeout.intake.parser.fortify;

import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanProbe;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The file {@code audit.xml}: what people decided about single results. */
final class FortifyAudit {

    /** The tag "Analysis", the same in every installation. */
    private static final String ANALYSIS = "87f2364f-dcd4-49e6-861d-f8d3f351686b";

    private static final String NOT_AN_ISSUE = "not an issue";

    private final Map<String, String> closed = new HashMap<>();

    private FortifyAudit() {}

    /** Why a result counts no longer, by its instance id. */
    static Map<String, String> closed(List<ScanInput> beside) throws IOException {
        FortifyAudit audit = new FortifyAudit();
        for (ScanInput file : beside) {
            if (ScanProbe.of(file).xmlRoot().filter("Audit"::equals).isPresent()) {
                audit.read(file);
            }
        }
        return audit.closed;
    }

    private void read(ScanInput file) throws IOException {
        try (HardenedXml xml = HardenedXml.open(file.open())) {
            xml.root();
            xml.children(list -> {
                if (list.equals("IssueList")) {
                    xml.children(each -> issue(xml));
                }
            });
            xml.finish();
        }
    }

    private void issue(HardenedXml xml) throws IOException {
        String id = String.valueOf(xml.attribute("instanceId"));
        if ("true".equalsIgnoreCase(xml.attribute("suppressed"))) {
            closed.put(id, "suppressed");
        }
        xml.children(child -> {
            if (child.equals("Tag") && ANALYSIS.equals(xml.attribute("id"))) {
                String value = xml.text().strip();
                if (isNoIssue(value)) {
                    closed.putIfAbsent(id, "marked as \"" + value + "\"");
                }
            }
        });
    }

    /** Spelled {@code Not an Issue}, mostly. */
    static boolean isNoIssue(String analysis) {
        return analysis.strip().equalsIgnoreCase(NOT_AN_ISSUE);
    }
}
