package io.closeout.intake.parser.sonarqube;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A message such as {@code Filename: core.jar | Reference: CVE-2026-7001 | CVSS Score: 6.4 | Category: CWE-79 | What is wrong}, which the
 * plugin for OWASP Dependency-Check writes.
 *
 * @param reference CVE or advisory
 * @param version may be empty
 */
record SonarLibrary(
        String name, String version, String reference, String score, List<String> cwes, String description) {

    /** Empty for any other message. */
    static Optional<SonarLibrary> in(String message) {
        if (!message.startsWith("Filename: ") || !message.contains(" | Reference: ")) {
            return Optional.empty();
        }
        List<String> parts =
                Arrays.stream(message.split("\\|")).map(String::strip).toList();
        String[] file = first(parts, "Filename: ").split(":(?=\\d)", 2);
        return Optional.of(new SonarLibrary(
                file[0],
                file.length > 1 ? file[1] : "",
                first(parts, "Reference: "),
                first(parts, "CVSS Score: "),
                labelled(parts, "Category: "),
                parts.get(parts.size() - 1)));
    }

    private static String first(List<String> parts, String label) {
        return labelled(parts, label).stream().findFirst().orElse("");
    }

    private static List<String> labelled(List<String> parts, String label) {
        return parts.stream()
                .filter(part -> part.startsWith(label))
                .map(part -> part.substring(label.length()).strip())
                .toList();
    }
}
