package io.closeout.intake.parser.dependency;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The base score of a vector without one: FIRST, CVSS v3.1 specification, sections 7.1 and 7.4 and appendix A. */
final class CvssV3 {

    private static final Map<String, Double> WEIGHTS = Map.ofEntries(
            Map.entry("AV:N", 0.85),
            Map.entry("AV:A", 0.62),
            Map.entry("AV:L", 0.55),
            Map.entry("AV:P", 0.2),
            Map.entry("AC:L", 0.77),
            Map.entry("AC:H", 0.44),
            Map.entry("UI:N", 0.85),
            Map.entry("UI:R", 0.62),
            Map.entry("PR:N", 0.85),
            Map.entry("PR:L", 0.62),
            Map.entry("PR:H", 0.27),
            Map.entry("impact:H", 0.56),
            Map.entry("impact:L", 0.22),
            Map.entry("impact:N", 0.0));
    private static final double PRIVILEGES_LOW_IF_CHANGED = 0.68;
    private static final double PRIVILEGES_HIGH_IF_CHANGED = 0.5;

    private CvssV3() {}

    /** Null if the vector lacks a part or holds an unknown one. */
    static @Nullable Double baseScore(String vector) {
        Map<String, String> parts = new HashMap<>();
        Arrays.stream(vector.split("/"))
                .map(part -> part.split(":", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> parts.put(pair[0], pair[1]));
        String scope = parts.getOrDefault("S", "");
        if (!scope.equals("U") && !scope.equals("C")) {
            return null;
        }
        boolean changed = scope.equals("C");
        double lost = 1 - (1 - impact(parts, "C")) * (1 - impact(parts, "I")) * (1 - impact(parts, "A"));
        double impact = changed ? 7.52 * (lost - 0.029) - 3.25 * Math.pow(lost - 0.02, 15) : 6.42 * lost;
        double exploitability = 8.22
                * weight("AV", parts.get("AV"))
                * weight("AC", parts.get("AC"))
                * weight("UI", parts.get("UI"))
                * privileges(parts.get("PR"), changed);
        double sum = (impact + exploitability) * (changed ? 1.08 : 1);
        if (Double.isNaN(sum)) {
            return null;
        }
        return impact <= 0 ? 0 : roundedUp(Math.min(sum, 10));
    }

    private static double impact(Map<String, String> parts, String part) {
        return weight("impact", parts.get(part));
    }

    private static double privileges(@Nullable String privileges, boolean changed) {
        if (changed && "L".equals(privileges)) {
            return PRIVILEGES_LOW_IF_CHANGED;
        }
        return changed && "H".equals(privileges) ? PRIVILEGES_HIGH_IF_CHANGED : weight("PR", privileges);
    }

    private static double weight(String part, @Nullable String value) {
        return WEIGHTS.getOrDefault(part + ":" + value, Double.NaN);
    }

    /** To one decimal place, spared the faults of binary fractions. */
    private static double roundedUp(double score) {
        long hundredThousandths = Math.round(score * 100_000);
        return Math.ceil(hundredThousandths / 10_000.0) / 10;
    }
}
