package io.closeout.intake.parser.qualys;

import io.closeout.intake.parser.HardenedXml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One result of a WAS report. What was sent and answered is kept as its output. */
final class QualysWasResult {

    /** Of one answer of the web application, in characters; the rest is of no use to people. */
    private static final int ANSWER = 4_000;

    private static final Set<String> FACTS = Set.of(
            "QID",
            "URL",
            "PARAM",
            "STATUS",
            "IGNORED",
            "POTENTIAL",
            "AUTHENTICATION",
            "DETECTION_DATE",
            "FIRST_TIME_DETECTED",
            "LAST_TIME_DETECTED",
            "CONTENT");

    private final HardenedXml xml;
    private final Map<String, String> facts = new HashMap<>();
    private final List<String> lines = new ArrayList<>();

    private QualysWasResult(HardenedXml xml) {
        this.xml = xml;
    }

    static QualysWasResult read(HardenedXml xml) throws IOException {
        QualysWasResult result = new QualysWasResult(xml);
        xml.children(result::part);
        return result;
    }

    private void part(String name) throws IOException {
        if (FACTS.contains(name)) {
            facts.put(name, QualysWords.known(xml.text()));
            return;
        }
        switch (name) {
            case "PAYLOADS", "RESPONSE" -> xml.children(this::part);
            case "PAYLOAD" -> payload();
            case "REQUEST" -> request();
            case "DATA", "CONTENTS", "EVIDENCE" -> answer(name);
            default -> xml.skip();
        }
    }

    /** The element and the text in it have one name. */
    private void payload() throws IOException {
        String text = xml.textBeside(this::part).strip();
        if (!QualysWords.known(text).isEmpty()) {
            lines.add("Payload: " + text);
        }
    }

    private void request() throws IOException {
        Map<String, String> told = new HashMap<>();
        xml.children(name -> {
            if (name.equals("METHOD") || name.equals("URL") || name.equals("BODY")) {
                told.put(name, xml.text().strip());
            }
        });
        lines.add(("Request: " + told.getOrDefault("METHOD", "") + " " + told.getOrDefault("URL", "")).strip());
        if (!told.getOrDefault("BODY", "").isEmpty()) {
            lines.add(told.getOrDefault("BODY", ""));
        }
    }

    private void answer(String name) throws IOException {
        boolean encoded = "true".equals(xml.attribute("base64"));
        String text = encoded ? decoded(xml.text()) : xml.text();
        if (!text.isBlank()) {
            String label = name.equals("DATA") ? "" : name.equals("EVIDENCE") ? "Evidence: " : "Answer: ";
            lines.add(label + (text.length() > ANSWER ? text.substring(0, ANSWER) + "…" : text).strip());
        }
    }

    /** What is no Base64 is kept as it stands. NUL is left out, since no text column holds it. */
    static String decoded(String base64) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            return new String(bytes, StandardCharsets.UTF_8).replace("\0", "");
        } catch (IllegalArgumentException notEncoded) {
            return base64;
        }
    }

    String text(String name) {
        return facts.getOrDefault(name, "");
    }

    /** Why the result is no open finding; empty if it is one. */
    String leftOut() {
        if (text("STATUS").equalsIgnoreCase("FIXED")) {
            return "is fixed, as Qualys says";
        }
        return text("IGNORED").equalsIgnoreCase("true") ? "is ignored in Qualys" : "";
    }

    Optional<Instant> lastSeen() {
        return Stream.of("LAST_TIME_DETECTED", "DETECTION_DATE")
                .map(this::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(QualysTimes::moment);
    }

    String output() {
        Stream<String> where = Stream.of("URL", "PARAM", "CONTENT")
                .filter(name -> !text(name).isEmpty())
                .map(name -> label(name) + text(name));
        String all = String.join("\n", Stream.concat(where, lines.stream()).toList());
        return QualysWords.output(text("POTENTIAL").equalsIgnoreCase("true"), all);
    }

    private static String label(String name) {
        return switch (name) {
            case "URL" -> "Address: ";
            case "PARAM" -> "Parameter: ";
            default -> "Content: ";
        };
    }
}
