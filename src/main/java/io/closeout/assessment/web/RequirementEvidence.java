package io.closeout.assessment.web;

import io.closeout.access.Actor;
import io.closeout.assessment.Checklist;
import io.closeout.assessment.GuidedAssessment;
import io.closeout.assessment.NewAnswers;
import io.closeout.assessment.Requirement;
import io.closeout.evidence.Evidence;
import io.closeout.evidence.EvidenceLocker;
import io.closeout.evidence.WrittenEvidence;
import io.closeout.shared.NotFound;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.multipart.MultipartFile;

/** Takes in answers with the evidence for them; the same for the page and the API. */
@Component
class RequirementEvidence {

    private final EvidenceLocker locker;
    private final GuidedAssessment guide;

    RequirementEvidence(EvidenceLocker locker, GuidedAssessment guide) {
        this.locker = locker;
        this.guide = guide;
    }

    static @Nullable String nameOf(@Nullable MultipartFile file) {
        return file == null || !StringUtils.hasText(file.getOriginalFilename()) ? null : file.getOriginalFilename();
    }

    /** The file is stored before the answers, in no transaction of theirs: what would be refused is asked first. */
    Checklist save(String scope, NewAnswers answers, WrittenEvidence written, @Nullable MultipartFile file, Actor by) {
        guide.mustTake(scope, answers, by);
        if (written.isGiven()) {
            add(scope, answers.requirement(), written, file, by);
        }
        return guide.save(scope, answers, by);
    }

    Evidence add(
            String scope, Requirement requirement, WrittenEvidence written, @Nullable MultipartFile file, Actor by) {
        try (InputStream content = file == null ? InputStream.nullInputStream() : file.getInputStream()) {
            return locker.add(written.about(GuidedAssessment.subject(scope, requirement), content), by);
        } catch (IOException e) {
            throw new UncheckedIOException("The upload could not be read", e);
        }
    }

    List<Evidence> of(String scope, Requirement requirement) {
        return locker.of(GuidedAssessment.subject(scope, requirement));
    }

    /** @throws NotFound also if the evidence belongs to something else */
    Evidence get(String scope, Requirement requirement, long id) {
        Evidence evidence = locker.get(id);
        if (!evidence.subject().equals(GuidedAssessment.subject(scope, requirement))) {
            throw NotFound.of("evidence", id);
        }
        return evidence;
    }
}
