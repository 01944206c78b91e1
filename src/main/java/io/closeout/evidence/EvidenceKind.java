package io.closeout.evidence;

import io.closeout.shared.Refused;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a piece of evidence is. */
public enum EvidenceKind {
    PATCH_LOG("Patch log"),
    CHANGE_RECORD("Change record"),
    TEST_RESULT("Test result"),
    SCREENSHOT("Screenshot"),
    SCAN("Scan"),
    EMAIL_APPROVAL("Approval by e-mail"),
    LINK("Link"),
    COMMIT("Commit"),
    /** What was found out about whether a weakness was used already. */
    FORENSIC_REPORT("Forensic report"),
    OTHER("Other");

    private final String label;

    EvidenceKind(String label) {
        this.label = label;
    }

    /**
     * By its name in any case.
     *
     * @throws Refused naming those that exist
     */
    public static EvidenceKind named(@Nullable String given) {
        String wanted = given == null ? "" : given.strip();
        return Arrays.stream(values())
                .filter(each -> each.name().equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(() -> Refused.because((wanted.isEmpty()
                                ? "Say which kind of evidence"
                                : "There is no kind of evidence \"" + wanted + "\"")
                        + ". Use one of: "
                        + Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", ")) + "."));
    }

    /** The word that people read. */
    public String label() {
        return label;
    }
}
