package io.closeout.intake.parser;

import io.closeout.shared.Severity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One result with all that the file says about it. Texts are raw: line breaks kept, not escaped, possibly empty, and
 * only for showing as text.
 *
 * @param severity by {@link io.closeout.policy.Rating}; the scanner's own is in the sighting
 * @param family the scanner's group of checks; may be empty
 * @param service what the scanner takes the port for, such as {@code msrdp}; may be empty
 * @param cves in the order of the file, without repetition
 * @param seeAlso one address per entry
 * @param crossReferences other catalogues, such as {@code CWE:79} or {@code MSFT:MS17-010}
 * @param vulnerabilityPublished when the world learned of the weakness
 * @param patchPublished when its fix appeared
 * @param compliance for results of a configuration audit only
 */
public record ScanRecord(
        Sighting sighting,
        String title,
        String family,
        Severity severity,
        CvssScores cvss,
        String service,
        CheckType type,
        String synopsis,
        String description,
        String solution,
        String output,
        List<String> cves,
        List<String> seeAlso,
        List<String> crossReferences,
        ExploitFacts exploit,
        @Nullable LocalDate vulnerabilityPublished,
        @Nullable LocalDate patchPublished,
        @Nullable ComplianceResult compliance) {

    public ScanRecord {
        cves = List.copyOf(cves);
        seeAlso = List.copyOf(seeAlso);
        crossReferences = List.copyOf(crossReferences);
    }

    /** How a check looks at a host; local ones prove nothing without credentials. */
    public enum CheckType {
        LOCAL,
        REMOTE,
        COMBINED,
        /** The file does not say, or uses another word. */
        UNKNOWN
    }

    /**
     * What is known about attacks.
     *
     * @param ease in the scanner's words, such as {@code Exploits are available}; may be empty
     * @param frameworks programs that carry an exploit, such as {@code metasploit}
     */
    public record ExploitFacts(boolean available, boolean usedByMalware, String ease, List<String> frameworks) {
        public ExploitFacts {
            frameworks = List.copyOf(frameworks);
        }
    }

    /**
     * One rule of a configuration audit.
     *
     * @param result in the scanner's words, such as {@code FAILED}
     */
    public record ComplianceResult(String checkName, String checkId, String result, String actual, String expected) {}
}
