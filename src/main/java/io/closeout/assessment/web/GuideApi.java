package io.closeout.assessment.web;

import io.closeout.access.CurrentActor;
import io.closeout.assessment.GuidedAssessment;
import io.closeout.assessment.NewAnswer;
import io.closeout.assessment.NewAnswers;
import io.closeout.assessment.Objectives;
import io.closeout.assessment.Requirement;
import io.closeout.assessment.Requirements;
import io.closeout.evidence.Evidence;
import io.closeout.evidence.EvidenceDownload;
import io.closeout.evidence.EvidenceLocker;
import io.closeout.evidence.WrittenEvidence;
import io.closeout.shared.NotFound;
import io.closeout.shared.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The guided self-assessment for programs. Requirements are named by id or number, objectives by letter or as {@code 3.1.1[a]}. */
@RestController
@RequestMapping("/api/assessments/{scope}/requirements")
@Tag(name = "Assessment", description = "CMMC Level 2: results of the requirements, score and status of a scope")
class GuideApi {

    private final GuidedAssessment guide;
    private final RequirementEvidence evidence;
    private final EvidenceLocker locker;
    private final ChosenScope scopes;
    private final CurrentActor currentActor;

    GuideApi(
            GuidedAssessment guide,
            RequirementEvidence evidence,
            EvidenceLocker locker,
            ChosenScope scopes,
            CurrentActor currentActor) {
        this.guide = guide;
        this.evidence = evidence;
        this.locker = locker;
        this.scopes = scopes;
        this.currentActor = currentActor;
    }

    /** @param objectives those left out stay as they are */
    record AnswersRequest(
            @Nullable Integer version,
            boolean partlyMet,
            @Nullable List<AnswerRequest> objectives) {

        NewAnswers answers(Requirement requirement) {
            if (version == null) {
                throw Refused.because(
                        "Say over which version this is written: the \"version\" that GET told, 0 where nothing was saved yet.");
            }
            return new NewAnswers(
                    requirement,
                    version,
                    partlyMet,
                    objectives == null
                            ? List.of()
                            : objectives.stream()
                                    .map(each -> each.answer(requirement))
                                    .toList());
        }
    }

    record AnswerRequest(
            @Nullable String objective,
            @Nullable String answer,
            @Nullable String note) {

        NewAnswer answer(Requirement requirement) {
            return new NewAnswer(
                    Objectives.get(requirement, objective == null ? "" : objective),
                    GuideForm.determination(answer),
                    note);
        }
    }

    record ChecklistList(List<ChecklistDocument> items) {}

    record EvidenceList(List<RequirementEvidenceDocument> items) {}

    @GetMapping
    @Operation(
            summary = "The 110 requirements with their objectives, the answers, and the results that follow from them")
    ChecklistList all(@PathVariable String scope) {
        return new ChecklistList(guide.all(scopes.known(scope)).stream()
                .map(ChecklistDocument::of)
                .toList());
    }

    @GetMapping("/{requirement}")
    @Operation(summary = "One requirement with its objectives")
    ChecklistDocument get(@PathVariable String scope, @PathVariable String requirement) {
        return ChecklistDocument.of(guide.of(scopes.known(scope), known(requirement)));
    }

    @PutMapping("/{requirement}")
    @Operation(
            summary = "Answers objectives of a requirement",
            description =
                    "For the ISSM. One not met: the requirement is not met and opens an item unless one is open. All met: met. A version that is not the latest is refused.")
    ChecklistDocument answer(
            @PathVariable String scope, @PathVariable String requirement, @RequestBody AnswersRequest wanted) {
        return ChecklistDocument.of(
                guide.save(scopes.known(scope), wanted.answers(known(requirement)), currentActor.get("api")));
    }

    @GetMapping("/{requirement}/evidence")
    @Operation(summary = "The evidence for a requirement")
    EvidenceList evidence(@PathVariable String scope, @PathVariable String requirement) {
        return new EvidenceList(evidence.of(scopes.known(scope), known(requirement)).stream()
                .map(each -> RequirementEvidenceDocument.of(scope, known(requirement), each))
                .toList());
    }

    @PostMapping(path = "/{requirement}/evidence", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Adds a file or a link", description = "date is the day that the evidence speaks of")
    ResponseEntity<RequirementEvidenceDocument> add(
            @PathVariable String scope,
            @PathVariable String requirement,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String link,
            @RequestParam String kind,
            @RequestParam String date,
            @RequestParam(required = false) @Nullable String note) {
        Requirement known = known(requirement);
        WrittenEvidence written = new WrittenEvidence(RequirementEvidence.nameOf(file), link, kind, date, note);
        Evidence added = evidence.add(scopes.known(scope), known, written, file, currentActor.get("api"));
        return ResponseEntity.created(URI.create(RequirementEvidenceDocument.address(scope, known)))
                .body(RequirementEvidenceDocument.of(scope, known, added));
    }

    @GetMapping("/{requirement}/evidence/{id}/content")
    @Operation(summary = "The file, verified against its digest while it is read")
    ResponseEntity<InputStreamResource> content(
            @PathVariable String scope, @PathVariable String requirement, @PathVariable long id) {
        return EvidenceDownload.of(evidence.get(scopes.known(scope), known(requirement), id), locker);
    }

    private static Requirement known(String requirement) {
        return Requirements.named(requirement).orElseThrow(() -> NotFound.of("CMMC Level 2 requirement", requirement));
    }
}
