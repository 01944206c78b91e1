package io.closeout.intake.web;

import io.closeout.access.CurrentActor;
import io.closeout.intake.ImportUndo;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Undo, for programs (design: outside contract). */
@RestController
@RequestMapping("/api/scans/{id}/undo")
@Tag(name = "Scans")
class ImportUndoApi {

    private final ImportUndo undo;
    private final CurrentActor currentActor;

    ImportUndoApi(ImportUndo undo, CurrentActor currentActor) {
        this.undo = undo;
        this.currentActor = currentActor;
    }

    record UndoRequest(@Nullable String reason) {}

    @PostMapping
    @Operation(
            summary = "Undoes the last import of a system",
            description =
                    "The register is then as if the file had never come in. Refused once anybody has worked on what it brought."
                            + " For the ISSM and whoever handed the file in; the reason stands in the ledger.")
    ResponseEntity<Void> undo(@PathVariable long id, @RequestBody UndoRequest wanted) {
        undo.undo(id, wanted.reason(), currentActor.get("api"));
        return ResponseEntity.noContent().build();
    }
}
