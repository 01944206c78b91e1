package io.closeout.intake.parser.dependencycheck;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.HardenedXml;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.PackageWeakness;
import io.closeout.intake.parser.dependency.ScoreList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One {@code dependency} with its vulnerabilities. */
final class DependencyCheckXmlDependency {

    private final HardenedXml xml;
    private final String project;
    private final ListedFindings findings;
    private final ScanSink sink;
    private String fileName = "";
    private String filePath = "";
    private String url = "";
    private String mavenName = "";

    DependencyCheckXmlDependency(HardenedXml xml, String project, ListedFindings findings, ScanSink sink) {
        this.xml = xml;
        this.project = project;
        this.findings = findings;
        this.sink = sink;
    }

    void read() throws IOException {
        xml.children(name -> {
            switch (name) {
                case "fileName" -> fileName = text();
                case "filePath" -> filePath = text();
                case "identifiers" -> xml.children(this::identifier);
                case "vulnerabilities" -> xml.children(this::vulnerability);
                default -> xml.skip();
            }
        });
    }

    private String text() throws IOException {
        return xml.text().strip();
    }

    /** {@code package} with a URL, or before version 5 {@code identifier} with Maven's coordinates. */
    private void identifier(String kind) throws IOException {
        boolean maven = "maven".equals(xml.attribute("type"));
        xml.children(name -> {
            if (kind.equals("package") && name.equals("id")) {
                String id = text();
                url = url.isEmpty() && id.startsWith("pkg:") ? id : url;
            } else if (maven && name.equals("name")) {
                mavenName = text();
            }
        });
    }

    private void vulnerability(String kind) throws IOException {
        String place = xml.place();
        String source = orEmpty(xml.attribute("source"));
        Vulnerability read = new Vulnerability();
        xml.children(read::part);
        String name = read.texts.getOrDefault("name", "");
        String notes = read.texts.getOrDefault("notes", "");
        if (kind.equals("suppressedVulnerability")) {
            findings.remark(
                    place, name + " in " + fileName + " was suppressed" + (notes.isEmpty() ? "" : ": " + notes));
            return;
        }
        new PackageWeakness(place, project, name)
                .of(url, url.isEmpty() ? packageName() : "", mavenVersion())
                .rated(read.severity(), read.scores(place))
                .told("", read.texts.getOrDefault("description", ""))
                .family(source)
                .cwes(read.cwes)
                .links(read.links)
                .line("File", fileName)
                .line("Path", filePath)
                .line("Notes", notes)
                .addTo(findings);
    }

    /** Coordinates are {@code group:artifact:version}. */
    private String packageName() {
        int version = mavenName.lastIndexOf(':');
        return version < 0 ? fileName : mavenName.substring(0, version);
    }

    private String mavenVersion() {
        return mavenName.substring(mavenName.lastIndexOf(':') + 1);
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private final class Vulnerability {

        private final Map<String, String> texts = new HashMap<>();
        private final List<String> cwes = new ArrayList<>();
        private final List<String> links = new ArrayList<>();

        private void part(String name) throws IOException {
            switch (name) {
                case "cwe" -> cwes.add(text());
                case "cwes" -> xml.children(each -> cwes.add(text()));
                case "references" -> xml.children(each -> xml.children(this::reference));
                case "cvssV2", "cvssV3", "cvssV4" -> xml.children(each -> texts.put(name + "." + each, text()));
                case "vulnerableSoftware" -> xml.skip();
                default -> texts.put(name, text());
            }
        }

        private void reference(String name) throws IOException {
            if (name.equals("url")) {
                links.add(text());
            }
        }

        /** Reports of version 5 and later may give the word with the score only. */
        String severity() {
            return texts.getOrDefault(
                    "severity", texts.getOrDefault("cvssV3.baseSeverity", texts.getOrDefault("cvssV2.severity", "")));
        }

        CvssScores scores(String place) {
            return new ScoreList(place, sink)
                    .offerV2(texts.getOrDefault("cvssV2.score", texts.getOrDefault("cvssScore", "")), "")
                    .offerV3(texts.getOrDefault("cvssV3.baseScore", ""), "")
                    .offerV4(texts.getOrDefault("cvssV4.baseScore", ""), texts.getOrDefault("cvssV4.vectorString", ""))
                    .scores();
        }
    }
}
