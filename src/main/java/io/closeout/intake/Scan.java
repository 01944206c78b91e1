package io.closeout.intake;

import io.closeout.shared.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An import.
 *
 * @param scanDate as given at upload, else the day on which the newest host's scan ended; unknown until read
 * @param progress 0 to 100
 * @param preview whoever handed it in wants to see first what would change
 * @param heldBecause why it waits, or waited, for a person; empty if it never did
 * @param undoing who undid it after it was committed
 * @param asksForColumns whether it was refused only because nobody has said yet what its columns mean
 */
public record Scan(
        long id,
        String scopeId,
        String fileName,
        String fileDigest,
        long fileSize,
        Instant receivedAt,
        String receivedBy,
        ScanState state,
        @Nullable String format,
        @Nullable String scanner,
        @Nullable LocalDate scanDate,
        int progress,
        ScanCounts counts,
        List<Problem> problems,
        boolean preview,
        List<String> heldBecause,
        @Nullable Decision decision,
        @Nullable Undoing undoing,
        boolean asksForColumns) {

    public Scan {
        problems = List.copyOf(problems);
        heldBecause = List.copyOf(heldBecause);
    }

    /** What a person decided about a held import. */
    public record Decision(
            Verdict verdict,
            String by,
            Instant decidedAt,
            @Nullable String reason) {}

    /** That somebody undid a committed import. */
    public record Undoing(String by, Instant undoneAt, String reason) {}

    /** Whether a held import counts. */
    public enum Verdict {
        COMMIT,
        DISCARD;

        /** @throws Refused if it is neither */
        public static Verdict of(@Nullable String word) {
            for (Verdict verdict : values()) {
                if (verdict.name().equalsIgnoreCase(word == null ? "" : word.strip())) {
                    return verdict;
                }
            }
            throw Refused.because("Decide with commit or discard.");
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The name under which the ledger and the evidence know this scan. */
    public String subject() {
        return "scan:" + id;
    }
}
