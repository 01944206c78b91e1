package io.closeout.intake.parser.openvas;

import io.closeout.intake.parser.CveList;
import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanRecord.CheckType;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.Sighting;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One {@code result} with the test ({@code nvt}) that it comes from. */
final class OpenVasResult {

    private final HardenedXml xml;
    private final ScanSink sink;
    private final OpenVasHosts hosts;
    private final String place;

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, String> tags = new HashMap<>();
    private final Set<String> cves = new LinkedHashSet<>();
    private final Set<String> links = new LinkedHashSet<>();
    private final Set<String> references = new LinkedHashSet<>();
    private final Map<String, String> scores = new HashMap<>();
    private final Map<String, String> vectors = new HashMap<>();
    private String checkId = "";
    private String host = "";
    private String hostName = "";

    OpenVasResult(HardenedXml xml, ScanSink sink, OpenVasHosts hosts) {
        this.xml = xml;
        this.sink = sink;
        this.hosts = hosts;
        this.place = xml.place();
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    void read() throws IOException {
        xml.children(this::part);
        sighting().ifPresent(sighting -> {
            if (sink.sighted(sighting)) {
                sink.record(record(sighting));
            }
        });
    }

    private void part(String name) throws IOException {
        switch (name) {
            case "host" -> host = xml.textBeside(this::hostName).strip();
            case "nvt" -> {
                checkId = orEmpty(xml.attribute("oid"));
                xml.children(this::test);
            }
            case "qod" -> xml.children(this::quality);
            case "name", "port", "threat", "severity", "original_threat", "original_severity", "description" ->
                texts.put(name, xml.text().strip());
            default -> xml.skip();
        }
    }

    private void hostName(String name) throws IOException {
        if (name.equals("hostname")) {
            hostName = xml.text().strip();
        }
    }

    private void quality(String name) throws IOException {
        if (name.equals("type")) {
            tags.put("qod_type", xml.text().strip());
        }
    }

    private void test(String name) throws IOException {
        switch (name) {
            case "name" -> texts.put("nvt", xml.text().strip());
            case "family", "cvss_base", "solution" -> texts.put(name, xml.text().strip());
            case "tags" -> tags(xml.text());
            case "cve" -> cves.addAll(CveList.in(xml.text()));
            case "bid" -> numbers(xml.text()).forEach(bid -> references.add("BID:" + bid));
            case "xref" -> links(xml.text());
            case "refs", "cert" -> xml.children(child -> reference());
            case "severities" -> xml.children(child -> severity());
            default -> xml.skip();
        }
    }

    /** {@code name=value|name=value}; what has no name belongs to the value before it. */
    private void tags(String text) {
        String last = "";
        for (String part : text.split("\\|")) {
            int equals = part.indexOf('=');
            if (equals > 0 && part.substring(0, equals).matches("\\w+")) {
                last = part.substring(0, equals);
                tags.putIfAbsent(last, part.substring(equals + 1).strip());
            } else {
                tags.merge(last, part, (before, more) -> before + "|" + more);
            }
        }
    }

    private static List<String> numbers(String text) {
        return Arrays.stream(text.split("\\D+"))
                .filter(number -> !number.isEmpty())
                .toList();
    }

    private void links(String text) {
        Arrays.stream(text.split("[\\s,]+"))
                .map(word -> word.startsWith("URL:") ? word.substring(4) : word)
                .filter(word -> word.startsWith("http"))
                .forEach(links::add);
    }

    private void reference() {
        String id = orEmpty(xml.attribute("id"));
        switch (orEmpty(xml.attribute("type"))) {
            case "cve" -> cves.addAll(CveList.in(id));
            case "url" -> links.add(id);
            case "bid" -> references.add("BID:" + id);
            default -> references.add(id);
        }
    }

    /** The first of a kind is the one that counts. */
    private void severity() throws IOException {
        String kind = orEmpty(xml.attribute("type"));
        xml.children(name -> {
            if (name.equals("score")) {
                scores.putIfAbsent(kind, xml.text().strip());
            } else if (name.equals("value")) {
                vectors.putIfAbsent(kind, xml.text().strip());
            }
        });
    }

    private Optional<Sighting> sighting() {
        if (checkId.isEmpty() || host.isEmpty()) {
            return skipped("a result without " + (host.isEmpty() ? "host" : "check (oid)"));
        }
        String threat = text("original_threat", "threat");
        Severity severity = OpenVasRating.of(threat, text("original_severity", "severity"));
        if (severity == null) {
            return skipped("check " + checkId + " on " + host + " has the unknown threat \"" + threat + "\"");
        }
        int number = hosts.seen(host, hostName);
        return Optional.of(new Sighting(number, host, checkId, severity, OpenVasPlaces.location(text("port"))));
    }

    /** What is left out may be what seems to be gone. */
    private Optional<Sighting> skipped(String why) {
        hosts.unsure(host);
        sink.skipped(Skipped.result(place, why));
        return Optional.empty();
    }

    private String text(String... names) {
        return Arrays.stream(names)
                .map(name -> texts.getOrDefault(name, ""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String tag(String name) {
        return tags.getOrDefault(name, "");
    }

    private ScanRecord record(Sighting sighting) {
        cves.addAll(CveList.in(checkId));
        return ScanRecord.of(sighting)
                .title(text("nvt", "name"))
                .family(text("family"))
                .cvss(cvss())
                .type(type(tag("qod_type")))
                .synopsis(tag("summary"))
                .description(Stream.of("insight", "impact", "affected")
                        .map(this::tag)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n\n")))
                .solution(text("solution").isEmpty() ? tag("solution") : text("solution"))
                .output(text("description"))
                .cves(List.copyOf(cves))
                .seeAlso(List.copyOf(links))
                .crossReferences(List.copyOf(references))
                .build();
    }

    /** What needs no log-on is called remote or was an attack that worked; all else looks at the inside of the host. */
    static CheckType type(String qualityOfDetection) {
        if (qualityOfDetection.isEmpty()) {
            return CheckType.UNKNOWN;
        }
        return qualityOfDetection.startsWith("remote") || qualityOfDetection.equals("exploit")
                ? CheckType.REMOTE
                : CheckType.LOCAL;
    }

    private CvssScores cvss() {
        String only = tag("cvss_base_vector");
        if (scores.isEmpty()) {
            String kind = only.startsWith("CVSS:3") ? "cvss_base_v3" : "cvss_base_v2";
            scores.put(kind, text("cvss_base"));
            vectors.put(kind, only);
        }
        return new CvssScores(
                score("cvss_base_v2"),
                vector("cvss_base_v2"),
                score("cvss_base_v3"),
                vector("cvss_base_v3"),
                score("cvss_base_v4"),
                vector("cvss_base_v4"));
    }

    private @Nullable Double score(String kind) {
        String text = scores.getOrDefault(kind, "");
        return CvssScores.score(kind, text.equals("None") ? "" : text, place, sink);
    }

    private @Nullable String vector(String kind) {
        String vector = vectors.getOrDefault(kind, "");
        return vector.isEmpty() ? null : vector;
    }
}
