package io.closeout.workflow.web;

import io.closeout.access.CurrentActor;
import io.closeout.register.PoamId;
import io.closeout.shared.Refused;
import io.closeout.workflow.bulk.BulkAction;
import io.closeout.workflow.bulk.BulkOutcome;
import io.closeout.workflow.bulk.BulkWork;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same work on many items, for programs. */
@RestController
@RequestMapping("/api/items/bulk")
@Tag(name = "Items")
class BulkApi {

    private final BulkWork work;
    private final CurrentActor currentActor;

    BulkApi(BulkWork work, CurrentActor currentActor) {
        this.work = work;
        this.currentActor = currentActor;
    }

    /** @param answers by the keys of the fields of the task's form */
    record BulkRequest(
            @Nullable BulkAction action,
            @Nullable List<String> ids,
            @Nullable Map<String, Object> answers) {}

    record BulkAnswer(long done, List<BulkOutcome.Line> refused) {}

    @PostMapping
    @Operation(
            summary = "Does the same with many items",
            description =
                    "Each item by the rules of its own work: refused ones are named with the reason, the others go through."
                            + " At most 500 at once; the answers have the keys of the form of the task.")
    BulkAnswer perform(@RequestBody BulkRequest wanted) {
        if (wanted.action() == null) {
            throw Refused.because("Say what to do: \"action\" is one of " + List.of(BulkAction.values()) + ".");
        }
        List<PoamId> ids = wanted.ids() == null
                ? List.of()
                : wanted.ids().stream().map(PoamId::new).toList();
        BulkOutcome outcome = work.perform(
                wanted.action(), ids, wanted.answers() == null ? Map.of() : wanted.answers(), currentActor.get("api"));
        return new BulkAnswer(outcome.done(), outcome.refused());
    }
}
