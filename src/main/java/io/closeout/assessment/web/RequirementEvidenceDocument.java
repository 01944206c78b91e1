package io.closeout.assessment.web;

import io.closeout.assessment.Requirement;
import io.closeout.evidence.Evidence;
import io.closeout.evidence.EvidenceKind;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Evidence for a requirement as programs read it.
 *
 * @param content address of the file; null for a link
 * @param date the day that it speaks of
 */
record RequirementEvidenceDocument(
        long id,
        EvidenceKind kind,
        String name,
        @Nullable String link,
        @Nullable String digest,
        @Nullable String content,
        LocalDate date,
        String note,
        Instant addedAt,
        String by) {

    static RequirementEvidenceDocument of(String scope, Requirement requirement, Evidence evidence) {
        return new RequirementEvidenceDocument(
                evidence.id(),
                evidence.kind(),
                evidence.name(),
                evidence.link(),
                evidence.file() == null ? null : evidence.file().digest(),
                evidence.file() == null ? null : address(scope, requirement) + "/" + evidence.id() + "/content",
                evidence.speaksOf(),
                evidence.note(),
                evidence.uploadedAt(),
                evidence.uploadedBy());
    }

    /** Of all evidence for the requirement. */
    static String address(String scope, Requirement requirement) {
        return "/api/assessments/%s/requirements/%s/evidence".formatted(scope, requirement.id());
    }
}
