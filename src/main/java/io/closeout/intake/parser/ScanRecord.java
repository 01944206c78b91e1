package io.closeout.intake.parser;

import io.closeout.policy.Rating;
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

        public static final ExploitFacts NONE = new ExploitFacts(false, false, "", List.of());

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

    /** For formats that say only some of it; the rest is empty. */
    public static Builder of(Sighting sighting) {
        return new Builder(sighting);
    }

    /** Takes texts as they are; a title that is blank becomes the check's id. */
    public static final class Builder {

        private final Sighting sighting;
        private String title = "";
        private String family = "";
        private CvssScores cvss = CvssScores.NONE;
        private String service = "";
        private CheckType type = CheckType.UNKNOWN;
        private String synopsis = "";
        private String description = "";
        private String solution = "";
        private String output = "";
        private List<String> cves = List.of();
        private List<String> seeAlso = List.of();
        private List<String> crossReferences = List.of();
        private ExploitFacts exploit = ExploitFacts.NONE;
        private @Nullable LocalDate vulnerabilityPublished;
        private @Nullable LocalDate patchPublished;
        private @Nullable ComplianceResult compliance;

        private Builder(Sighting sighting) {
            this.sighting = sighting;
        }

        public Builder title(String title) {
            this.title = title;
            return this;
        }

        public Builder family(String family) {
            this.family = family;
            return this;
        }

        public Builder cvss(CvssScores cvss) {
            this.cvss = cvss;
            return this;
        }

        public Builder service(String service) {
            this.service = service;
            return this;
        }

        public Builder type(CheckType type) {
            this.type = type;
            return this;
        }

        public Builder synopsis(String synopsis) {
            this.synopsis = synopsis;
            return this;
        }

        public Builder description(String description) {
            this.description = description;
            return this;
        }

        public Builder solution(String solution) {
            this.solution = solution;
            return this;
        }

        public Builder output(String output) {
            this.output = output;
            return this;
        }

        public Builder cves(List<String> cves) {
            this.cves = cves;
            return this;
        }

        public Builder seeAlso(List<String> seeAlso) {
            this.seeAlso = seeAlso;
            return this;
        }

        public Builder crossReferences(List<String> crossReferences) {
            this.crossReferences = crossReferences;
            return this;
        }

        public Builder exploit(ExploitFacts exploit) {
            this.exploit = exploit;
            return this;
        }

        public Builder vulnerabilityPublished(@Nullable LocalDate vulnerabilityPublished) {
            this.vulnerabilityPublished = vulnerabilityPublished;
            return this;
        }

        public Builder patchPublished(@Nullable LocalDate patchPublished) {
            this.patchPublished = patchPublished;
            return this;
        }

        public Builder compliance(@Nullable ComplianceResult compliance) {
            this.compliance = compliance;
            return this;
        }

        /** Rated by the scores, else by the scanner's word. */
        public ScanRecord build() {
            return new ScanRecord(
                    sighting,
                    title.isBlank() ? "Check " + sighting.checkId() : title,
                    family,
                    Rating.of(sighting.scannerSeverity(), cvss.v2(), cvss.v3(), cvss.v4()),
                    cvss,
                    service,
                    type,
                    synopsis,
                    description,
                    solution,
                    output,
                    cves,
                    seeAlso,
                    crossReferences,
                    exploit,
                    vulnerabilityPublished,
                    patchPublished,
                    compliance);
        }
    }
}
