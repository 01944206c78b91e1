package io.closeout.intake.parser.qualys;

import io.closeout.intake.parser.HtmlText;
import io.closeout.intake.parser.ScanRecord.CheckType;
import io.closeout.intake.parser.Sighting;
import io.closeout.shared.Severity;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Qualys' own words and what they mean. */
final class QualysWords {

    static final String SCANNER = "qualys";

    /** Written before the results of checks that found signs of a weakness only. */
    private static final String POTENTIAL = "Potential vulnerability: the scanner could not confirm it.";

    private static final Set<String> NOTHING =
            Set.of("-", "'-", "--", "n/a", "none", "not applicable", "not applicable.", "no registered hostname");
    private static final int LONGEST_NOTHING = 40;
    private static final Set<String> INFORMATION =
            Set.of("ig", "info", "information", "information gathered", "info gathered");

    /** Categories whose checks read files or the registry of the host. */
    private static final Set<String> INSIDE =
            Set.of("local", "windows", "security policy", "office application", "internet explorer");
    /** Categories whose checks look at the host from outside though they name no port. */
    private static final Set<String> OUTSIDE =
            Set.of("tcp/ip", "firewall", "information gathering", "hardware", "rpc", "general remote services");

    private QualysWords() {}

    /** Empty for what stands where nothing is known. */
    static String known(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String words = text.strip();
        boolean says = words.length() > LONGEST_NOTHING
                || !NOTHING.contains(words.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT));
        return says ? words : "";
    }

    /** Whether the type of a result says that it is no weakness. */
    static boolean isInformation(String type) {
        return INFORMATION.contains(type.toLowerCase(Locale.ROOT));
    }

    static boolean isPotential(String type) {
        return type.equalsIgnoreCase("Practice") || type.equalsIgnoreCase("Potential");
    }

    /**
     * Qualys, "Severity Levels": 5 urgent, 4 critical, 3 serious, 2 medium, 1 minimal. Null if the level is no such number.
     *
     * @param information results that only describe the host have levels as well
     */
    static @Nullable Severity severity(boolean information, String level) {
        if (information) {
            return Severity.INFO;
        }
        return switch (level.strip()) {
            case "5" -> Severity.CRITICAL;
            case "4" -> Severity.HIGH;
            case "3" -> Severity.MEDIUM;
            case "2", "1" -> Severity.LOW;
            default -> null;
        };
    }

    /** The result of a check, in which Qualys escapes what the host answered. */
    static String output(boolean potential, String result) {
        String text = HtmlText.unescaped(result);
        return potential ? (POTENTIAL + "\n\n" + text).strip() : text;
    }

    /** Empty for a name without domain. */
    static String fullName(String name) {
        return name.contains(".") ? name : "";
    }

    static String location(@Nullable String port, @Nullable String protocol) {
        String number = known(port);
        String kind = known(protocol).toLowerCase(Locale.ROOT);
        return Sighting.location(
                number.matches("\\d{1,9}") ? Integer.parseInt(number) : 0, kind.isEmpty() ? "tcp" : kind);
    }

    /**
     * The files do not say which checks need a log-on. What has no port is taken for one, so that a scan that could not log on does not
     * prove it absent.
     */
    static CheckType type(String category, String location) {
        String words = category.strip().toLowerCase(Locale.ROOT);
        if (INSIDE.contains(words)) {
            return CheckType.LOCAL;
        }
        return !location.startsWith("0/") || OUTSIDE.contains(words) ? CheckType.REMOTE : CheckType.LOCAL;
    }
}
