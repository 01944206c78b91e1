package io.closeout.intake.parser.sbom;

import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.dependency.Days;
import io.closeout.intake.parser.dependency.ImageName;
import io.closeout.intake.parser.dependency.ListedFindings;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What a CycloneDX document says about its subject and its parts; collected before its vulnerabilities are read. */
final class Bom {

    private final Map<String, Component> parts = new HashMap<>();
    private String subject = "";
    private String time = "";
    private long vulnerabilities;

    void part(String ref, Component part) {
        if (!ref.isEmpty()) {
            parts.putIfAbsent(ref, part);
        }
    }

    void subject(Component of) {
        subject = ImageName.withoutDigest(of.name());
    }

    void time(String of) {
        time = of;
    }

    void vulnerability() {
        vulnerabilities++;
    }

    /** Empty if the document does not name it. */
    String subject() {
        return subject;
    }

    void describe(ListedFindings findings) {
        findings.asset(subject).end(Days.moment(time));
    }

    /** @throws ScanUnreadable if there is none, which says nothing about the parts */
    void expectVulnerabilities() {
        if (vulnerabilities == 0) {
            throw withoutVulnerabilities("CycloneDX");
        }
    }

    static ScanUnreadable withoutVulnerabilities(String kind) {
        return ScanUnreadable.because("This is a bill of materials without vulnerabilities (" + kind
                + "). It lists parts and says nothing about their weaknesses. Hand it to a scanner, such as \"trivy sbom\""
                + " or \"grype sbom:\", and hand in what that reports.");
    }

    /**
     * What a vulnerability refers to: a part of this document, or of another one by a link such as {@code urn:cdx:…#ref}.
     *
     * @param version for parts of other documents; may be empty
     */
    Component part(String ref, String version) {
        Component known = parts.get(ref);
        if (known != null) {
            return known;
        }
        String local = ref.startsWith("urn:cdx:") && ref.contains("#") ? ref.substring(ref.indexOf('#') + 1) : ref;
        String name = decoded(local);
        Component linked = parts.get(name);
        if (linked != null) {
            return linked;
        }
        return name.startsWith("pkg:") ? new Component(name, "", version) : new Component("", name, version);
    }

    private static String decoded(String text) {
        if (!text.startsWith("pkg%3A") && !text.startsWith("pkg%3a")) {
            return text;
        }
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
