package io.closeout.intake.parser.xccdf;

import io.closeout.intake.parser.FeedVersion;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.ScanTimes;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.ScannedHost.Contact;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** One {@code TestResult}: a target, and what became of each rule there. */
final class XccdfTestResult {

    /** @param result in the words of XCCDF, such as {@code fail} */
    record RuleResult(String place, String rule, String severity, String result, String message, List<String> idents) {}

    private final Set<String> targets = new LinkedHashSet<>();
    private final Set<String> addresses = new LinkedHashSet<>();
    private final Set<String> fqdns = new LinkedHashSet<>();
    private final Set<String> macs = new LinkedHashSet<>();
    private String start = "";
    private String end = "";
    private String version = "";
    private String benchmark = "";
    private String profile = "";
    final List<RuleResult> results = new ArrayList<>();

    static XccdfTestResult read(HardenedXml xml) throws IOException {
        XccdfTestResult test = new XccdfTestResult();
        test.start = XccdfRules.orEmpty(xml.attribute("start-time"));
        test.end = XccdfRules.orEmpty(xml.attribute("end-time"));
        test.version = XccdfRules.orEmpty(xml.attribute("version"));
        xml.children(name -> test.part(xml, name));
        return test;
    }

    private void part(HardenedXml xml, String name) throws IOException {
        switch (name) {
            case "target" -> targets.add(xml.text().strip());
            case "target-address" -> addresses.add(xml.text().strip());
            case "benchmark" ->
                benchmark = Stream.of(
                                XccdfRules.orEmpty(xml.attribute("id")), XccdfRules.orEmpty(xml.attribute("href")))
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse("");
            case "profile" -> profile = XccdfRules.orEmpty(xml.attribute("idref"));
            case "target-facts" ->
                xml.children(fact -> fact(
                        XccdfRules.orEmpty(xml.attribute("name")), xml.text().strip()));
            case "rule-result" -> results.add(result(xml));
            default -> xml.skip();
        }
    }

    private void fact(String name, String text) {
        if (name.endsWith(":fqdn")) {
            fqdns.add(text);
        } else if (name.endsWith(":mac") || name.endsWith(":MAC")) {
            macs.add(text);
        } else if (name.endsWith(":ipv4") || name.endsWith(":ipv6")) {
            addresses.add(text);
        }
    }

    private static RuleResult result(HardenedXml xml) throws IOException {
        String place = xml.place();
        String rule = XccdfRules.orEmpty(xml.attribute("idref"));
        String severity = XccdfRules.orEmpty(xml.attribute("severity"));
        String[] told = {"", ""};
        List<String> idents = new ArrayList<>();
        xml.children(name -> {
            switch (name) {
                case "result" -> told[0] = xml.text().strip();
                case "message" -> told[1] = (told[1] + "\n" + xml.text().strip()).strip();
                case "ident" -> idents.add(xml.text().strip());
                default -> xml.skip();
            }
        });
        return new RuleResult(place, rule, severity, told[0], told[1], idents);
    }

    String name() {
        return Stream.of(targets, fqdns, addresses)
                .flatMap(Set::stream)
                .filter(each -> !each.isBlank())
                .findFirst()
                .orElse(ScannedHost.NOT_NAMED);
    }

    /** Without what DISA and others write before its name. */
    String benchmark() {
        return benchmark.replaceFirst("^.*_benchmark_", "").replaceFirst("^#", "");
    }

    String profile() {
        return profile;
    }

    ScannedHost host(int number) {
        ScannedHost.Builder host = ScannedHost.of(number, name())
                .start(start.isEmpty() ? null : ScanTimes.of(start))
                .end(end.isEmpty() ? null : ScanTimes.of(end))
                .contact(Contact.CHECKED)
                .feed(FeedVersion.of(version))
                .property("profile", profile);
        addresses.stream()
                .filter(each -> !each.equals("127.0.0.1") && !each.equals("::1"))
                .forEach(host::address);
        fqdns.forEach(host::fqdn);
        macs.stream().filter(each -> !each.equals("00:00:00:00:00:00")).forEach(host::mac);
        return host.build();
    }
}
