package io.closeout.intake.parser.qualys;

import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One {@code HOST} of an asset data report with what was found on it. */
final class QualysAsset {

    private final HardenedXml xml;
    private final ScanSink sink;
    private final int number;
    private final Map<String, QualysCheck> glossary;
    private final Map<String, String> facts = new HashMap<>();
    private @Nullable Instant lastFound;

    QualysAsset(HardenedXml xml, ScanSink sink, int number, Map<String, QualysCheck> glossary) {
        this.xml = xml;
        this.sink = sink;
        this.number = number;
        this.glossary = glossary;
    }

    void read() throws IOException {
        String place = xml.place();
        xml.children(this::part);
        if (name().isEmpty()) {
            sink.skipped(new Skipped(place, "a host without name and address"));
            return;
        }
        sink.host(ScannedHost.of(number, name())
                .address(fact("IP"))
                .address(fact("IPV6"))
                .fqdn(QualysWords.fullName(fact("DNS")))
                .netbiosName(fact("NETBIOS"))
                .agentId(fact("QG_HOSTID"))
                .operatingSystem(fact("OPERATING_SYSTEM"))
                .end(lastFound)
                .property("TRACKING_METHOD", fact("TRACKING_METHOD"))
                .build());
    }

    private void part(String part) throws IOException {
        switch (part) {
            case "IP", "IPV6", "DNS", "NETBIOS", "QG_HOSTID", "OPERATING_SYSTEM", "TRACKING_METHOD" ->
                facts.put(part, QualysWords.known(xml.text()));
            case "VULN_INFO_LIST" -> xml.children(entry -> finding());
            default -> xml.skip();
        }
    }

    private String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    /** Agents at home share addresses, so a name goes first. */
    private String name() {
        return Stream.of("DNS", "NETBIOS", "IP", "IPV6")
                .map(this::fact)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    private void finding() throws IOException {
        String place = xml.place();
        Map<String, String> told = new HashMap<>();
        xml.children(part -> told.put(part, QualysWords.known(xml.text())));
        lastFound = QualysTimes.later(lastFound, QualysTimes.moment(told.getOrDefault("LAST_FOUND", "")));
        String id = told.getOrDefault("QID", "");
        Optional<QualysCheck> check = Optional.ofNullable(glossary.get(id));
        boolean information = QualysWords.isInformation(told.getOrDefault("TYPE", ""));
        Severity severity =
                QualysWords.severity(information, check.map(QualysCheck::level).orElse(""));
        String refused = refused(told, severity, check.isPresent());
        if (name().isEmpty() || severity == null || !refused.isEmpty()) {
            sink.skipped(Skipped.result(place, "QID " + id + " on " + name() + " " + refused));
            return;
        }
        Sighting sighting = new Sighting(
                number, name(), id, severity, QualysWords.location(told.get("PORT"), told.get("PROTOCOL")));
        if (sink.sighted(sighting)) {
            record(sighting, check, told);
        }
    }

    /** Empty if the finding is to be taken. */
    private String refused(Map<String, String> told, @Nullable Severity severity, boolean explained) {
        if (told.getOrDefault("VULN_STATUS", "").equalsIgnoreCase("Fixed")) {
            return "is fixed, as Qualys says";
        }
        if (name().isEmpty()) {
            return "has no host";
        }
        if (severity == null) {
            return explained ? "has an unknown severity" : "is not in the glossary, so its severity is unknown";
        }
        return "";
    }

    private void record(Sighting sighting, Optional<QualysCheck> check, Map<String, String> told) {
        boolean potential = QualysWords.isPotential(told.getOrDefault("TYPE", ""));
        sink.record(check.map(known -> known.record(sighting, known.category(), ""))
                .orElseGet(() -> ScanRecord.of(sighting))
                .service(told.getOrDefault("SERVICE", ""))
                .output(QualysWords.output(potential, told.getOrDefault("RESULT", "")))
                .build());
    }
}
