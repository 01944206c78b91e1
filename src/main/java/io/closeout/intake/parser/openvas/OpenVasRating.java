package io.closeout.intake.parser.openvas;

import io.closeout.shared.Severity;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Greenbone's words. Bands of the number: Greenbone, "Severity classes" (None 0.0, Low to 3.9, Medium to 6.9, High to 8.9, Critical);
 * older versions end with High.
 */
final class OpenVasRating {

    private OpenVasRating() {}

    /**
     * @param threat may be empty
     * @param severity the number as text; may be empty
     * @return null if neither is understood
     */
    static @Nullable Severity of(String threat, String severity) {
        Severity word = word(threat);
        if (!severity.matches("(10|\\d)(\\.\\d+)?")) {
            return word;
        }
        double number = Double.parseDouble(severity);
        if (number == 0) {
            return Severity.INFO;
        }
        return word == null || word == Severity.INFO ? band(number) : word;
    }

    private static @Nullable Severity word(String threat) {
        return switch (threat.toLowerCase(Locale.ROOT)) {
            case "critical" -> Severity.CRITICAL;
            case "high" -> Severity.HIGH;
            case "medium" -> Severity.MEDIUM;
            case "low" -> Severity.LOW;
            case "log", "debug" -> Severity.INFO;
            default -> null;
        };
    }

    private static Severity band(double number) {
        if (number >= 9) {
            return Severity.CRITICAL;
        }
        if (number >= 7) {
            return Severity.HIGH;
        }
        return number >= 4 ? Severity.MEDIUM : Severity.LOW;
    }
}
