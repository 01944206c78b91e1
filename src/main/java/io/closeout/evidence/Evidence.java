package io.closeout.evidence;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence as it is kept: a file or a link, never both.
 *
 * @param subject what it speaks for, such as {@code item:POA-2026-001}
 * @param file {@code null} for a link
 * @param link {@code null} for a file
 * @param speaksOf the day whose state it shows, which may lie well before the upload
 * @param uploadedBy the person's id, or {@code system}
 * @param note empty if there is none
 * @param supersedes id of the evidence that this one replaces
 * @param supersededBy id of the evidence that replaced this one
 * @param withdrawn why it speaks for the subject no more although nothing replaced it
 */
public record Evidence(
        long id,
        String subject,
        EvidenceKind kind,
        @Nullable EvidenceFile file,
        @Nullable String link,
        LocalDate speaksOf,
        String note,
        Instant uploadedAt,
        String uploadedBy,
        @Nullable Long supersedes,
        @Nullable Long supersededBy,
        @Nullable String withdrawn) {

    /** The file's name or the link's address. */
    public String name() {
        return file == null ? String.valueOf(link) : file.name();
    }

    /** Whether it still counts. */
    public boolean isCurrent() {
        return supersededBy == null && withdrawn == null;
    }

    Evidence withId(long newId) {
        return new Evidence(
                newId,
                subject,
                kind,
                file,
                link,
                speaksOf,
                note,
                uploadedAt,
                uploadedBy,
                supersedes,
                supersededBy,
                withdrawn);
    }

    /**
     * The file of a piece of evidence.
     *
     * @param mediaType found from the content, never from the name
     * @param digest under which {@link StoredFiles} has the content
     * @param size in bytes
     */
    public record EvidenceFile(String name, String mediaType, String digest, long size) {}
}
