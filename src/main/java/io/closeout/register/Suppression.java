package io.closeout.register;

import io.closeout.shared.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What later imports leave out, and why. Either somebody decided it on a request about an item, or a row of the table
 * {@code knownFalsePositives} said so when an import met it.
 *
 * @param assetId null for all assets of the scope
 * @param checkDigest what the check was, see {@link CheckDigest}; {@code severity} how bad
 * @param until the last day on which it holds
 * @param endedHow null while it was not ended; it may be over all the same
 */
public record Suppression(
        long id,
        long weaknessId,
        String checkId,
        String title,
        @Nullable Long assetId,
        @Nullable String asset,
        String checkDigest,
        Severity severity,
        Instant startsAt,
        LocalDate until,
        String reason,
        @Nullable Long requestId,
        @Nullable String itemId,
        @Nullable String decidedBy,
        @Nullable Integer tableVersion,
        @Nullable String tableRow,
        @Nullable String tableSource,
        @Nullable Instant endedAt,
        @Nullable End endedHow) {

    /** Why it holds no more. */
    public enum End {
        EXPIRED("Expired"),
        /** The scanner's check has another title, other CVEs or a worse severity than when it was decided. */
        CHECK_CHANGED("The check changed"),
        /** The table of known false positives says so no more, or says something else. */
        TABLE_CHANGED("The table changed");

        private final String label;

        End(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public boolean holds(LocalDate today) {
        return endedHow == null && !until.isBefore(today);
    }

    /** How it ended, if it has; one whose last day is over has expired whether or not anybody noted it. */
    public Optional<End> end(LocalDate today) {
        return holds(today) ? Optional.empty() : Optional.of(endedHow == null ? End.EXPIRED : endedHow);
    }

    /** Whether the check still is what it was about, and no worse. */
    public boolean standsFor(String digest, Severity nowadays) {
        return checkDigest.equals(digest) && !nowadays.isWorseThan(severity);
    }

    /** Whether the table of known false positives said it, and nobody decided. */
    public boolean isFromTable() {
        return requestId == null;
    }
}
