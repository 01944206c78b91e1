package io.closeout.threat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file that was taken.
 *
 * @param fileName as it was handed in
 * @param digest SHA-256 of the file as it came
 * @param version the catalogue's version, the model's for scores; for decision points the newest judgement
 * @param released when its publisher let it out, null if it does not say
 * @param newest the newest listing of a catalogue, else null
 * @param changed CVEs of which it says something new
 * @param problems broken entries
 * @param reassessed open items that were looked at again, null until that is done; {@code shortened} those whose deadline became an
 *     earlier one
 * @param notReassessed ids of items where that failed
 */
public record Release(
        long id,
        Feed feed,
        String fileName,
        String digest,
        String version,
        @Nullable Instant released,
        @Nullable LocalDate newest,
        int entries,
        int changed,
        int problems,
        Instant takenAt,
        String takenBy,
        @Nullable Integer reassessed,
        @Nullable Integer shortened,
        List<String> notReassessed) {

    public Release {
        notReassessed = List.copyOf(notReassessed);
    }

    /** How people name it, such as {@code KEV 2026.11.02}. */
    public String title() {
        return feed + " " + version;
    }
}
