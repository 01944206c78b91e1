package io.closeout.assessment.web;

import io.closeout.access.CurrentActor;
import io.closeout.assessment.Assessments;
import io.closeout.assessment.CmmcStatus;
import io.closeout.assessment.CmmcStatuses;
import io.closeout.assessment.NewResult;
import io.closeout.assessment.Requirements;
import io.closeout.assessment.Result;
import io.closeout.shared.NotFound;
import io.closeout.shared.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Results of requirements and the CMMC status for programs. */
@RestController
@RequestMapping("/api/assessment/{scope}")
@Tag(name = "Assessment", description = "CMMC Level 2: results of the requirements, score and status of a scope")
class AssessmentApi {

    private final Assessments assessments;
    private final CmmcStatuses statuses;
    private final ChosenScope scopes;
    private final CurrentActor currentActor;

    AssessmentApi(Assessments assessments, CmmcStatuses statuses, ChosenScope scopes, CurrentActor currentActor) {
        this.assessments = assessments;
        this.statuses = statuses;
        this.scopes = scopes;
        this.currentActor = currentActor;
    }

    /** @param assessedOn ISO */
    record ResultRequest(
            @Nullable String requirement,
            @Nullable Result result,
            @Nullable String note,
            @Nullable String assessedOn) {

        NewResult found() {
            if (requirement == null || result == null) {
                throw Refused.because("Each result names a requirement, such as AC.L2-3.1.1, and a result.");
            }
            return new NewResult(
                    Requirements.get(requirement), result, note, WrittenDate.read(assessedOn, "day of the assessment"));
        }
    }

    record StatusList(List<StatusDocument> items) {}

    @GetMapping
    @Operation(summary = "The score and the latest result of each of the 110 requirements")
    AssessmentDocument get(@PathVariable String scope) {
        String id = scopes.known(scope);
        return AssessmentDocument.of(id, assessments.of(id));
    }

    @PostMapping("/results")
    @Operation(
            summary = "Records results of requirements",
            description = "For the ISSM. What is not met opens an item unless one is open.")
    AssessmentDocument record(@PathVariable String scope, @RequestBody List<ResultRequest> found) {
        String id = scopes.known(scope);
        assessments.record(id, found.stream().map(ResultRequest::found).toList(), currentActor.get("api"));
        return get(id);
    }

    @GetMapping("/status")
    @Operation(summary = "All CMMC statuses of a scope, newest first")
    StatusList statuses(@PathVariable String scope) {
        return new StatusList(statuses.of(scopes.known(scope)).stream()
                .map(StatusDocument::of)
                .toList());
    }

    @GetMapping("/status/{id}")
    @Operation(summary = "One CMMC status")
    StatusDocument status(@PathVariable String scope, @PathVariable long id) {
        CmmcStatus status = statuses.get(id);
        if (!status.scope().equals(scopes.known(scope))) {
            throw NotFound.of("CMMC status", id);
        }
        return StatusDocument.of(status);
    }

    @PostMapping("/status")
    @Operation(
            summary = "Records a CMMC status",
            description =
                    "For the ISSM. Final if nothing is not met by the status date, else Conditional; refused with everything that stands against it.")
    ResponseEntity<StatusDocument> record(@PathVariable String scope, @RequestBody StatusForm wanted) {
        String id = scopes.known(scope);
        CmmcStatus status = statuses.record(id, wanted.wanted(), currentActor.get("api"));
        return ResponseEntity.created(URI.create("/api/assessment/" + id + "/status/" + status.id()))
                .body(StatusDocument.of(status));
    }
}
