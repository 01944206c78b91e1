package io.closeout.review.web;

import io.closeout.access.CurrentActor;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.review.extension.ExtensionRequest;
import io.closeout.review.extension.ExtensionRequests;
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

/** Requests for more time for programs (design, section 8). */
@RestController
@RequestMapping("/api/items/{poamId}/extension-requests")
@Tag(name = "Requests", description = "What is asked for while the work on an item goes on")
class ExtensionRequestsApi {

    private final ExtensionRequests requests;
    private final Register register;
    private final CurrentActor currentActor;

    ExtensionRequestsApi(ExtensionRequests requests, Register register, CurrentActor currentActor) {
        this.requests = requests;
        this.register = register;
        this.currentActor = currentActor;
    }

    record ExtensionList(List<ExtensionDocument> items) {}

    @GetMapping
    @Operation(summary = "All requests for more time of an item, newest first")
    ExtensionList list(@PathVariable String poamId) {
        PoamId id = register.get(new PoamId(poamId)).id();
        return new ExtensionList(
                requests.of(id).stream().map(ExtensionDocument::of).toList());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One request with its decisions")
    ExtensionDocument get(@PathVariable String poamId, @PathVariable long id) {
        ExtensionRequest request = requests.get(id);
        if (!request.item().equals(new PoamId(poamId))) {
            throw NotFound.of("request for more time", id);
        }
        return ExtensionDocument.of(request);
    }

    @PostMapping
    @Operation(
            summary = "Asks for more time",
            description =
                    "For the owner, the owner group and the ISSM. Its approval starts at once; one request at a time.")
    ResponseEntity<ExtensionDocument> ask(@PathVariable String poamId, @RequestBody MoreTimeForm wanted) {
        ExtensionRequest asked = requests.ask(new PoamId(poamId), wanted.wanted(), currentActor.get("api"));
        return ResponseEntity.created(URI.create("/api/items/" + poamId + "/extension-requests/" + asked.id()))
                .body(ExtensionDocument.of(asked));
    }
}
