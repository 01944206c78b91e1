package io.closeout.review.web;

import io.closeout.access.CurrentActor;
import io.closeout.access.PolicyCalendar;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.register.Suppressions;
import io.closeout.review.falsepositive.FalsePositiveRequest;
import io.closeout.review.falsepositive.FalsePositiveRequests;
import io.closeout.shared.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Requests to confirm a false positive for programs (design, section 8). */
@RestController
@RequestMapping("/api/items/{poamId}/false-positive-requests")
@Tag(name = "Requests")
class FalsePositiveRequestsApi {

    private final FalsePositiveRequests requests;
    private final Suppressions suppressions;
    private final Register register;
    private final PolicyCalendar calendar;
    private final CurrentActor currentActor;

    FalsePositiveRequestsApi(
            FalsePositiveRequests requests,
            Suppressions suppressions,
            Register register,
            PolicyCalendar calendar,
            CurrentActor currentActor) {
        this.requests = requests;
        this.suppressions = suppressions;
        this.register = register;
        this.calendar = calendar;
        this.currentActor = currentActor;
    }

    record FalsePositiveList(List<FalsePositiveDocument> items) {}

    @GetMapping
    @Operation(summary = "All requests to confirm a false positive of an item, newest first")
    FalsePositiveList list(@PathVariable String poamId) {
        PoamId id = register.get(new PoamId(poamId)).id();
        return new FalsePositiveList(
                requests.of(id).stream().map(this::document).toList());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One request with its decision and what it suppresses")
    FalsePositiveDocument get(@PathVariable String poamId, @PathVariable long id) {
        FalsePositiveRequest request = requests.get(id);
        if (!request.item().equals(new PoamId(poamId))) {
            throw NotFound.of("request to confirm a false positive", id);
        }
        return document(request);
    }

    @PostMapping
    @Operation(
            summary = "Asks for an item to be confirmed as a false positive",
            description =
                    "For the owner, the owner group and the ISSM, with evidence on the item. \"assets\" holds ids or"
                            + " names of assets of the item; without any it is asked for everywhere in the scope. Its approval"
                            + " starts at once; one request at a time.")
    ResponseEntity<FalsePositiveDocument> ask(@PathVariable String poamId, @RequestBody FalsePositiveForm claim) {
        PoamId item = new PoamId(poamId);
        FalsePositiveRequest asked = requests.ask(item, claim.claim(item, requests), currentActor.get("api"));
        return ResponseEntity.created(URI.create("/api/items/" + poamId + "/false-positive-requests/" + asked.id()))
                .body(document(asked));
    }

    private FalsePositiveDocument document(FalsePositiveRequest request) {
        return FalsePositiveDocument.of(request, suppressions.of(request.item()), calendar.today());
    }
}
