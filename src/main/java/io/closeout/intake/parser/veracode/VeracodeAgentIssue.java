package io.closeout.intake.parser.veracode;

import io.closeout.intake.parser.dependency.ListedFindings;
import io.closeout.intake.parser.dependency.PackageWeakness;
import io.closeout.intake.parser.dependency.SeverityScale;
import io.closeout.shared.Severity;
import java.util.Locale;
import java.util.Set;

/** What both formats of the agent share. */
final class VeracodeAgentIssue {

    /** Not the platform: it knows projects, which are no applications. */
    static final String SCANNER = "veracode-sca";

    /** Veracode, "SCA issue severity": by the score, "None" where there is none. */
    static final SeverityScale SCALE =
            SeverityScale.ofFour().with(Severity.INFO, "info").unrated("none", "unknown");

    private static final Set<String> CLOSED = Set.of("ignored", "fixed", "resolved", "closed");

    private VeracodeAgentIssue() {}

    /** @param cve mostly without its first letters */
    static String id(String cve, String number) {
        if (cve.isEmpty()) {
            return number.isEmpty() ? "" : "SRCCLR-" + number;
        }
        return cve.toUpperCase(Locale.ROOT).startsWith("CVE-") ? cve : "CVE-" + cve;
    }

    /** @param type {@code vulnerability}, or what is none, such as {@code library} for one that is old */
    static void add(
            String place, String type, String status, String issue, PackageWeakness weakness, ListedFindings findings) {
        if (!type.equals("vulnerability")) {
            findings.skipped(place, "issue " + issue + " is of the type " + type + ", which is no weakness");
        } else if (CLOSED.contains(status.toLowerCase(Locale.ROOT))) {
            findings.skipped(place, "issue " + issue + " is " + status.toLowerCase(Locale.ROOT));
        } else {
            weakness.addTo(findings);
        }
    }
}
