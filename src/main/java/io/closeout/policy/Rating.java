package io.closeout.policy;

import io.closeout.shared.Severity;
import org.jspecify.annotations.Nullable;

/**
 * How severe a scanner's result is, whoever the scanner is. The CVSS v3.x base
 * score, else v4, else v2, else the scanner's own word. Bands of v3.x and v4: FIRST, CVSS v3.1 specification section 5
 * and v4.0 section 6; bands of v2: NVD, "Vulnerability Metrics".
 */
public final class Rating {

    private Rating() {}

    /**
     * @param scannerSays the scanner's own word; what it calls informational stays so, and nothing else falls below LOW
     * @param v2 CVSS base score 0.0 to 10.0, as the others; null if the scanner gives none
     */
    public static Severity of(Severity scannerSays, @Nullable Double v2, @Nullable Double v3, @Nullable Double v4) {
        if (scannerSays == Severity.INFO) {
            return Severity.INFO;
        }
        if (v3 != null) {
            return band(v3);
        }
        if (v4 != null) {
            return band(v4);
        }
        return v2 != null ? bandOfVersion2(v2, scannerSays) : scannerSays;
    }

    /** A score of 0.0 is "None" in CVSS; a scanner that reports above informational with it means at least LOW. */
    private static Severity band(double score) {
        return score >= 9.0 ? Severity.CRITICAL : bandBelowCritical(score);
    }

    /** Version 2 knows no Critical: only the scanner's word lifts its highest band. */
    private static Severity bandOfVersion2(double score, Severity scannerSays) {
        Severity band = bandBelowCritical(score);
        return band == Severity.HIGH && scannerSays == Severity.CRITICAL ? Severity.CRITICAL : band;
    }

    private static Severity bandBelowCritical(double score) {
        if (score >= 7.0) {
            return Severity.HIGH;
        }
        return score >= 4.0 ? Severity.MEDIUM : Severity.LOW;
    }
}
