package io.closeout.intake.byhand;

import io.closeout.assessment.Requirement;
import io.closeout.policy.Track;
import io.closeout.register.ItemByHand;
import io.closeout.register.Weaknesses.Weakness;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import io.closeout.shared.Sha256;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a report, or what somebody came upon. Made of what a person wrote, and refuses what does not fit.
 *
 * @param recommendation what its author would do about it
 * @param sourceId by which the report names it; may be missing, then the title tells entries apart
 * @param scope id or name; may be missing where there is only one
 * @param assets names of active assets of the scope
 * @param newAssets names of those that the register does not know yet; with no assets at all it is about the scope as a whole
 * @param requirements of NIST SP 800-171 that it speaks against
 */
public record ReportedFinding(
        String title,
        @Nullable String description,
        @Nullable String recommendation,
        Severity severity,
        FindingSource source,
        @Nullable String sourceId,
        LocalDate detectedOn,
        @Nullable String scope,
        List<String> assets,
        List<String> newAssets,
        List<String> cves,
        List<Requirement> requirements,
        Track track) {

    /** The scanner family of what no scanner found. */
    public static final String FAMILY = "manual";

    private static final Pattern CVE = Pattern.compile("CVE-\\d{4}-\\d{4,19}");
    private static final int LONGEST_SOURCE_ID = 80;
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_NAME = 255;
    private static final int MOST = 200;

    public ReportedFinding {
        title = title.strip();
        description = checked(description, LONGEST_TEXT, "description");
        recommendation = checked(recommendation, LONGEST_TEXT, "recommendation");
        sourceId = checked(sourceId, LONGEST_SOURCE_ID, "id of the entry");
        assets = names(assets, "assets");
        newAssets = names(newAssets, "new assets");
        cves = names(cves, "CVEs").stream()
                .map(each -> each.toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
        requirements = requirements.stream().distinct().sorted().toList();
        cves.forEach(ReportedFinding::mustBeCve);
    }

    private static @Nullable String checked(@Nullable String text, int longest, String what) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.strip().length() > longest) {
            throw Refused.because("The %s has more than %,d characters. Shorten it.".formatted(what, longest));
        }
        return text.strip();
    }

    private static List<String> names(List<String> written, String what) {
        List<String> names = written.stream()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
        if (names.size() > MOST) {
            throw Refused.because("These are %,d %s; the most is %d.".formatted(names.size(), what, MOST));
        }
        names.stream().filter(each -> each.length() > LONGEST_NAME).findFirst().ifPresent(each -> {
            throw Refused.because("One of the %s has more than %d characters.".formatted(what, LONGEST_NAME));
        });
        return names;
    }

    private static void mustBeCve(String id) {
        if (!CVE.matcher(id).matches()) {
            throw Refused.because(
                    "\"%s\" is no CVE. Write ids such as CVE-2023-27532, or leave the field empty.".formatted(id));
        }
    }

    /** What tells entries of one source in one scope apart, whatever the case of its letters. */
    String key() {
        return (sourceId == null ? title : sourceId).toLowerCase(Locale.ROOT);
    }

    ItemByHand item(String scopeId, List<String> known) {
        return new ItemByHand(title, description, severity, scopeId, source.label(), detectedOn, track, known);
    }

    /** One of its own for each entry: nobody else finds the same. */
    Weakness weakness(String scopeId) {
        String entry = sourceId == null ? Sha256.of(key()).substring(0, 16) : sourceId;
        return new Weakness(
                FAMILY,
                "%s/%s/%s".formatted(scopeId, source, entry),
                title,
                description,
                recommendation,
                null,
                cves.isEmpty() ? null : String.join(" ", cves),
                severity,
                null,
                null,
                severity.name(),
                source.label(),
                false);
    }
}
