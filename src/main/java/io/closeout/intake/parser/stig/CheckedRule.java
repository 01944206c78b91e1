package io.closeout.intake.parser.stig;

import io.closeout.shared.Severity;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a checklist with what a reviewer said of it. Texts are empty where the checklist has none.
 *
 * @param benchmark id of the STIG
 * @param group such as {@code V-207184}; stays over the releases of a STIG
 * @param override of the severity; empty if the reviewer left it
 * @param references CCIs and former ids
 */
record CheckedRule(
        String place,
        String benchmark,
        String group,
        String rule,
        String version,
        String status,
        String severity,
        String override,
        String overrideReason,
        String title,
        String discussion,
        String check,
        String fix,
        String details,
        String comments,
        List<String> references) {

    /** What a reviewer said. */
    enum Verdict {
        OPEN,
        NOT_A_FINDING,
        NOT_APPLICABLE,
        NOT_REVIEWED
    }

    /** Null for a word that no checklist knows. */
    @Nullable
    Verdict verdict() {
        return switch (status.toLowerCase(Locale.ROOT).replaceAll("[_\\s]", "")) {
            case "open" -> Verdict.OPEN;
            case "notafinding" -> Verdict.NOT_A_FINDING;
            case "notapplicable" -> Verdict.NOT_APPLICABLE;
            case "notreviewed", "" -> Verdict.NOT_REVIEWED;
            default -> null;
        };
    }

    /** CAT I is high, CAT II medium, CAT III low. Null for what is none of them. */
    @Nullable
    Severity rating() {
        String word = override.isEmpty() ? severity : override;
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "high", "cat i", "cati" -> Severity.HIGH;
            case "medium", "cat ii", "catii" -> Severity.MEDIUM;
            case "low", "cat iii", "catiii" -> Severity.LOW;
            default -> null;
        };
    }
}
