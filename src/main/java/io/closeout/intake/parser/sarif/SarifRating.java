package io.closeout.intake.parser.sarif;

import io.closeout.intake.parser.CvssScores;
import io.closeout.intake.parser.JsonValue;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.Skipped;
import io.closeout.shared.Severity;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How bad a result is, or why it is none. SARIF 2.1.0 §3.27.9 (kind), §3.27.10 (level), §3.27.23 (suppressions). */
final class SarifRating {

    private SarifRating() {}

    /** Empty if the result is a weakness of today. */
    static Optional<String> whyLeftOut(JsonValue result) {
        if (result.text("baselineState").equals("absent")) {
            return Optional.of("is absent since the earlier scan");
        }
        if (isSuppressed(result)) {
            return Optional.of("is suppressed in the tool");
        }
        return switch (kind(result)) {
            case "pass" -> Optional.of("passed");
            case "notapplicable" -> Optional.of("does not apply");
            case "fail", "informational", "open", "review" -> Optional.empty();
            default -> Optional.of("has the unknown kind \"" + result.text("kind") + "\"");
        };
    }

    /** Nobody has accepted what is still under review, or was rejected. */
    private static boolean isSuppressed(JsonValue result) {
        return !result.texts("suppressionStates").isEmpty()
                || (result.items("suppressions").findAny().isPresent()
                        && result.items("suppressions")
                                .map(each -> each.text("status").toLowerCase(Locale.ROOT))
                                .noneMatch(status -> status.equals("underreview") || status.equals("rejected")));
    }

    /** Version 1.0 says it by the level. */
    private static String kind(JsonValue result) {
        String kind = result.text("kind").toLowerCase(Locale.ROOT);
        String level = result.text("level").toLowerCase(Locale.ROOT);
        if (kind.isEmpty()) {
            return level.equals("pass") || level.equals("notapplicable") || level.equals("open") ? level : "fail";
        }
        return kind;
    }

    /** Empty, and reported, if the level is no word of SARIF. */
    static Optional<Severity> of(JsonValue result, Optional<SarifRules.Rule> rule, String place, ScanSink sink) {
        Optional<Severity> security = security(result, rule, place, sink);
        if (security.isPresent()) {
            return security;
        }
        String level = level(result, rule).toLowerCase(Locale.ROOT);
        switch (level) {
            case "error":
                return Optional.of(Severity.HIGH);
            case "warning":
                return Optional.of(Severity.MEDIUM);
            case "note":
                return Optional.of(Severity.LOW);
            case "none", "open":
                return Optional.of(Severity.INFO);
            default:
                sink.skipped(Skipped.result(place, "a result has the unknown level \"" + level + "\""));
                return Optional.empty();
        }
    }

    /** A number; writers of rules for Semgrep also put the word there. */
    private static Optional<Severity> security(
            JsonValue result, Optional<SarifRules.Rule> rule, String place, ScanSink sink) {
        String text = Stream.concat(Stream.of(result), rule.map(SarifRules.Rule::facts).stream())
                .map(facts -> facts.text("properties", "security-severity"))
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "critical" -> Optional.of(Severity.CRITICAL);
            case "high" -> Optional.of(Severity.HIGH);
            case "medium" -> Optional.of(Severity.MEDIUM);
            case "low" -> Optional.of(Severity.LOW);
            default ->
                Optional.ofNullable(CvssScores.score("security-severity", text, place, sink))
                        .map(SarifRating::band);
        };
    }

    /** GitHub, "SARIF support for code scanning": the bands of CVSS. */
    private static Severity band(double score) {
        if (score >= 9.0) {
            return Severity.CRITICAL;
        }
        if (score >= 7.0) {
            return Severity.HIGH;
        }
        if (score >= 4.0) {
            return Severity.MEDIUM;
        }
        return score > 0 ? Severity.LOW : Severity.INFO;
    }

    private static String level(JsonValue result, Optional<SarifRules.Rule> rule) {
        String own = result.text("level");
        if (!own.isEmpty()) {
            return own;
        }
        if (!kind(result).equals("fail")) {
            return "none";
        }
        String ofRule = rule.map(SarifRules.Rule::facts).map(SarifRating::level).orElse("");
        return ofRule.isEmpty() ? "warning" : ofRule;
    }

    private static String level(JsonValue rule) {
        String today = rule.text("defaultConfiguration", "level");
        String earlier = today.isEmpty() ? rule.text("configuration", "defaultLevel") : today;
        return earlier.isEmpty() ? rule.text("defaultLevel") : earlier;
    }
}
