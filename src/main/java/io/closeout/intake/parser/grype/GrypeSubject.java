package io.closeout.intake.parser.grype;

import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.dependency.ImageName;
import java.util.Map;

/** What was scanned, and when. */
final class GrypeSubject {

    private final Map<String, JsonValue> facts;

    /** @param facts {@code source}, {@code distro} and {@code descriptor}, as far as the file has them */
    GrypeSubject(Map<String, JsonValue> facts) {
        this.facts = facts;
    }

    /** As the user called it, or by its tag if that was no name; empty if the file does not say. */
    String name() {
        JsonValue source = facts.get("source");
        if (source == null) {
            return "";
        }
        String called = source.text("target", "userInput");
        String tag = source.texts("target", "tags").stream().findFirst().orElse("");
        if (called.isEmpty()) {
            return source.text("target").replace("\"", "");
        }
        boolean noName = called.startsWith("sha256:") || called.endsWith(".tar");
        return ImageName.withoutDigest(noName && !tag.isEmpty() ? tag : called);
    }

    String system() {
        JsonValue system = facts.get("distro");
        return system == null ? "" : (system.text("name") + " " + system.text("version")).strip();
    }

    /** Empty before Grype 0.70. */
    String time() {
        JsonValue descriptor = facts.get("descriptor");
        return descriptor == null ? "" : descriptor.text("timestamp");
    }
}
