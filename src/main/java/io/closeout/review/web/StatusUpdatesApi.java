package io.closeout.review.web;

import io.closeout.access.CurrentActor;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.review.status.StatusUpdates;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Words on how items stand, for programs. */
@RestController
@RequestMapping("/api/items/{poamId}/status-updates")
@Tag(name = "Status updates", description = "How items stand, in the words of their owners")
class StatusUpdatesApi {

    private final StatusUpdates updates;
    private final StatusSupplement words;
    private final Register register;
    private final CurrentActor currentActor;

    StatusUpdatesApi(StatusUpdates updates, StatusSupplement words, Register register, CurrentActor currentActor) {
        this.updates = updates;
        this.words = words;
        this.register = register;
        this.currentActor = currentActor;
    }

    record StatusList(List<StatusDocument> items) {}

    @GetMapping
    @Operation(summary = "All words on an item, newest first")
    StatusList list(@PathVariable String poamId) {
        return new StatusList(words.of(register.get(new PoamId(poamId)).id()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Says how an item stands",
            description =
                    "For the owner, the owner group and the ISSM. Counts for the cadence as an answer to a task does.")
    StatusDocument give(@PathVariable String poamId, @RequestBody StatusForm form) {
        PoamId id = new PoamId(poamId);
        updates.give(id, form.word(), currentActor.get("api"));
        return words.of(id).get(0);
    }
}
