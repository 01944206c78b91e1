package io.closeout.workflow.web;

import io.closeout.access.CurrentActor;
import io.closeout.intake.Scan.Verdict;
import io.closeout.workflow.scan.ImportDecisions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Decisions about held imports, for programs (design: outside contract). */
@RestController
@RequestMapping("/api/scans/{id}/decision")
@Tag(name = "Scans")
class ImportDecisionApi {

    private final ImportDecisions decisions;
    private final CurrentActor currentActor;

    ImportDecisionApi(ImportDecisions decisions, CurrentActor currentActor) {
        this.decisions = decisions;
        this.currentActor = currentActor;
    }

    /** @param decision commit or discard */
    record DecisionRequest(
            @Nullable String decision, @Nullable String reason) {}

    @PostMapping
    @Operation(
            summary = "Decides about an import that is held",
            description =
                    "commit: it is compared with the register once more and then counts. discard: it is forgotten."
                            + " What the table importGate holds needs the ISSM and, to be committed, a reason.")
    ResponseEntity<Void> decide(@PathVariable long id, @RequestBody DecisionRequest wanted) {
        decisions.decide(id, Verdict.of(wanted.decision()), wanted.reason(), currentActor.get("api"));
        return ResponseEntity.accepted()
                .location(URI.create("/api/scans/" + id))
                .build();
    }
}
