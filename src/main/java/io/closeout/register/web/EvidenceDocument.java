package io.closeout.register.web;

import io.closeout.evidence.Evidence;
import io.closeout.evidence.Evidence.EvidenceFile;
import io.closeout.evidence.EvidenceKind;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Evidence as the API tells it: either a link, or a file with its digest and the address of its content.
 *
 * @param date the day that it speaks of
 * @param by id of the person who added it
 * @param digest SHA-256 in hexadecimal digits
 */
record EvidenceDocument(
        long id,
        EvidenceKind kind,
        String name,
        @Nullable String link,
        @Nullable String mediaType,
        @Nullable Long size,
        @Nullable String digest,
        @Nullable String content,
        LocalDate date,
        String note,
        Instant addedAt,
        String by,
        @Nullable Long supersedes,
        @Nullable Long supersededBy) {

    static EvidenceDocument of(String item, Evidence evidence) {
        EvidenceFile file = evidence.file();
        return new EvidenceDocument(
                evidence.id(),
                evidence.kind(),
                evidence.name(),
                evidence.link(),
                file == null ? null : file.mediaType(),
                file == null ? null : file.size(),
                file == null ? null : file.digest(),
                file == null ? null : address(item, evidence.id()) + "/content",
                evidence.speaksOf(),
                evidence.note(),
                evidence.uploadedAt(),
                evidence.uploadedBy(),
                evidence.supersedes(),
                evidence.supersededBy());
    }

    static String address(String item, long id) {
        return "/api/items/" + item + "/evidence/" + id;
    }
}
