package io.closeout.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import.
 *
 * @param scanDate as given at upload, else the day on which the newest host's scan ended; unknown until read
 * @param progress 0 to 100
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
        List<Problem> problems) {

    public Scan {
        problems = List.copyOf(problems);
    }

    /** The name under which the ledger and the evidence know this scan. */
    public String subject() {
        return "scan:" + id;
    }
}
