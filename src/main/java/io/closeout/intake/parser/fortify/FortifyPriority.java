package io.closeout.intake.parser.fortify;

import io.closeout.intake.parser.dependency.SeverityScale;

/** Fortify Priority Order: Fortify, "Static Code Analyzer User Guide", section "About Fortify Priority Order". */
final class FortifyPriority {

    static final String SCANNER = "fortify";

    static final SeverityScale SCALE = SeverityScale.ofFour();

    private static final double MIDDLE = 2.5;
    private static final double TENTHS = 10.0;

    private FortifyPriority() {}

    /**
     * The word of the order; empty if one of the figures, all from 0 to 5, is missing.
     *
     * @param accuracy of the rule, as are impact and probability
     * @param confidence of the single result
     */
    static String of(String impact, String accuracy, String confidence, String probability) {
        try {
            double likelihood = Double.parseDouble(accuracy)
                    * Double.parseDouble(confidence)
                    * Double.parseDouble(probability)
                    / 25;
            boolean isLikely = Math.round(likelihood * TENTHS) / TENTHS >= MIDDLE;
            if (Double.parseDouble(impact) >= MIDDLE) {
                return isLikely ? "critical" : "high";
            }
            return isLikely ? "medium" : "low";
        } catch (NumberFormatException missing) {
            return "";
        }
    }
}
