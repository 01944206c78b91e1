package io.closeout.policy;

import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Table {@code coverageVerdict}: what it means that a file no longer reports a finding, for formats that cannot tell how far a scan
 * got. Formats that can are never asked about: what they say cannot be stretched.
 */
@Component
public class CoverageVerdict {

    private static final String TABLE = "coverageVerdict";

    private final Decisions decisions;

    public CoverageVerdict(Decisions decisions) {
        this.decisions = decisions;
    }

    /** What follows for the finding. */
    public enum Verdict {
        /** It is gone. */
        PROVED,
        /** Nothing; it keeps its clock. */
        NOT_OBSERVED,
        /** Somebody is asked whether it is gone. */
        ASK_PERSON
    }

    /** How the file knows the asset of the finding. */
    public enum AssetSeen {
        LISTED,
        ONLY_PINGED,
        MISSING
    }

    /** How the checks compare with those of the scan that last saw the finding. */
    public enum Comparison {
        SAME,
        OTHER,
        OLDER,
        UNKNOWN
    }

    /**
     * What is known of the file and of the scan that last saw the finding.
     *
     * @param format such as {@code trivy-json}
     * @param scanner family, such as {@code trivy}
     * @param family the scanner's kind of check; may be empty
     * @param credentials PROVEN, DENIED or UNKNOWN
     * @param feed OLDER, SAME (or newer) or UNKNOWN
     * @param policy SAME, OTHER or UNKNOWN
     * @param dated whether the file, or whoever handed it in, says when the scan was
     * @param days since the finding was last seen
     */
    public record Facts(
            String format,
            String scanner,
            String family,
            AssetSeen asset,
            String credentials,
            Comparison feed,
            Comparison policy,
            boolean dated,
            int days) {}

    /**
     * Whether any row is about a format, scanner or kind of check at all; otherwise nothing is proved. A row for whatever file comes would
     * close what nobody thought of, so alone it counts for none.
     */
    public boolean speaks() {
        return decisions.looksAt(TABLE, "format")
                || decisions.looksAt(TABLE, "scanner")
                || decisions.looksAt(TABLE, "family");
    }

    /** @throws IllegalStateException if no row fits or what it says is no verdict */
    public Verdict of(Facts facts) {
        return Row.only(decisions.decide(
                        TABLE,
                        Map.of(
                                "format", facts.format(),
                                "scanner", facts.scanner(),
                                "family", facts.family(),
                                "asset", facts.asset().name(),
                                "credentials", facts.credentials(),
                                "feed", facts.feed().name(),
                                "policy", facts.policy().name(),
                                "dated", facts.dated(),
                                "days", facts.days())))
                .word("verdict", Verdict.class);
    }
}
