package io.closeout.intake.parser.stig;

import io.closeout.intake.parser.FormatDescriptor;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanParser;
import io.closeout.intake.parser.ScanProbe;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.stig.Checklist.RuleHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The XML checklist of STIG Viewer 2: an asset, then STIGs, each with its facts and rules. */
public final class CklParser implements ScanParser {

    private static final FormatDescriptor DESCRIPTOR = new FormatDescriptor(
            "stig-ckl",
            Checklist.SCANNER,
            "DISA STIG checklist (CKL)",
            "STIG Viewer 2, STIG Manager, Evaluate-STIG, OpenRMF",
            "In STIG Viewer open the checklist and choose File, Save Checklist As; the file ends in .ckl. Name the day of the review as scan"
                    + " date: the file does not hold it, and without it nothing is proved gone.",
            "DISA, STIG Viewer User Guide (public.cyber.mil/stigs/srg-stig-tools)",
            1);

    @Override
    public FormatDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean accepts(ScanProbe probe) {
        return probe.xmlRoot().filter("CHECKLIST"::equals).isPresent();
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
        try (InputStream bytes = in.open();
                HardenedXml xml = HardenedXml.open(bytes)) {
            xml.root();
            xml.children(name -> {
                if (name.equals("ASSET")) {
                    xml.children(fact -> note(asset, fact, xml.text().strip()));
                } else if (name.equals("STIGS")) {
                    xml.children(stig -> new Stig(xml, asset, handler).read());
                }
            });
            xml.finish();
        }
    }

    private static void note(ChecklistAsset asset, String fact, String text) {
        switch (fact) {
            case "HOST_NAME" -> asset.hostName = text;
            case "HOST_IP" -> asset.addresses = text;
            case "HOST_MAC" -> asset.macs = text;
            case "HOST_FQDN" -> asset.fqdn = text;
            default -> asset.properties.put(fact.toLowerCase(Locale.ROOT), text);
        }
    }

    /** One {@code iSTIG}. */
    private static final class Stig {

        private final HardenedXml xml;
        private final ChecklistAsset asset;
        private final RuleHandler handler;
        private final Map<String, String> facts = new HashMap<>();

        Stig(HardenedXml xml, ChecklistAsset asset, RuleHandler handler) {
            this.xml = xml;
            this.asset = asset;
            this.handler = handler;
        }

        void read() throws IOException {
            xml.children(name -> {
                if (name.equals("STIG_INFO")) {
                    xml.children(fact -> pair("SID_NAME", "SID_DATA", facts, new ArrayList<>()));
                    asset.release(facts.getOrDefault("releaseinfo", ""));
                } else if (name.equals("VULN")) {
                    rule();
                }
            });
        }

        private void pair(String nameOf, String dataOf, Map<String, String> into, List<String> references)
                throws IOException {
            String[] told = {"", ""};
            xml.children(part -> {
                if (part.equals(nameOf)) {
                    told[0] = xml.text().strip();
                } else if (part.equals(dataOf)) {
                    told[1] = xml.text().strip();
                }
            });
            if ((told[0].equals("CCI_REF") || told[0].equals("LEGACY_ID")) && !told[1].isEmpty()) {
                references.add(told[1]);
            }
            into.putIfAbsent(told[0], told[1]);
        }

        private void rule() throws IOException {
            String place = xml.place();
            Map<String, String> told = new HashMap<>();
            List<String> references = new ArrayList<>();
            xml.children(part -> {
                if (part.equals("STIG_DATA")) {
                    pair("VULN_ATTRIBUTE", "ATTRIBUTE_DATA", told, references);
                } else {
                    told.put(part, xml.text().strip());
                }
            });
            handler.rule(new CheckedRule(
                    place,
                    benchmark(told),
                    get(told, "Vuln_Num", "Rule_ID"),
                    get(told, "Rule_ID"),
                    get(told, "Rule_Ver"),
                    get(told, "STATUS"),
                    get(told, "Severity"),
                    get(told, "SEVERITY_OVERRIDE"),
                    get(told, "SEVERITY_JUSTIFICATION"),
                    get(told, "Rule_Title", "Group_Title"),
                    get(told, "Vuln_Discuss"),
                    get(told, "Check_Content"),
                    get(told, "Fix_Text"),
                    get(told, "FINDING_DETAILS"),
                    get(told, "COMMENTS"),
                    references.stream().distinct().toList()));
        }

        private String benchmark(Map<String, String> rule) {
            String id = get(facts, "stigid", "title");
            return id.isEmpty() ? get(rule, "STIGRef") : id;
        }

        private static String get(Map<String, String> told, String... names) {
            return Stream.of(names)
                    .map(name -> told.getOrDefault(name, ""))
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
        }
    }
}
