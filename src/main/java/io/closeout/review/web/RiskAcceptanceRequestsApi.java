package io.closeout.review.web;

import io.closeout.access.CurrentActor;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.review.acceptance.AcceptanceRequests;
import io.closeout.review.acceptance.AcceptanceReviews;
import io.closeout.review.acceptance.RiskAcceptance;
import io.closeout.review.approval.RequestKind;
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

/** Requests to accept a risk for programs (design, section 8). */
@RestController
@RequestMapping("/api/items/{poamId}/risk-acceptance-requests")
@Tag(name = "Requests", description = "What is asked for while the work on an item goes on")
class RiskAcceptanceRequestsApi {

    private final AcceptanceRequests requests;
    private final AcceptanceReviews reviews;
    private final Register register;
    private final CurrentActor currentActor;

    RiskAcceptanceRequestsApi(
            AcceptanceRequests requests, AcceptanceReviews reviews, Register register, CurrentActor currentActor) {
        this.requests = requests;
        this.reviews = reviews;
        this.register = register;
        this.currentActor = currentActor;
    }

    record AcceptanceList(List<AcceptanceDocument> items) {}

    @GetMapping
    @Operation(summary = "All requests to accept the risk of an item, newest first")
    AcceptanceList list(@PathVariable String poamId) {
        PoamId id = register.get(new PoamId(poamId)).id();
        return new AcceptanceList(requests.of(id).stream().map(this::document).toList());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One request with its decisions, and what became of it")
    AcceptanceDocument get(@PathVariable String poamId, @PathVariable long id) {
        RiskAcceptance request = requests.get(id);
        if (!request.item().equals(new PoamId(poamId))) {
            throw NotFound.of(RequestKind.ACCEPTANCE.label(), id);
        }
        return document(request);
    }

    @PostMapping
    @Operation(
            summary = "Asks for the risk to be accepted",
            description = "For the owner, the owner group and the ISSM. Its approval starts at once; one request at a"
                    + " time. Without a kind it is a temporary acceptance, without a residual rating the item's own"
                    + " counts. A control may be given by its name alone.")
    ResponseEntity<AcceptanceDocument> ask(@PathVariable String poamId, @RequestBody AcceptRiskForm wanted) {
        RiskAcceptance asked = requests.ask(new PoamId(poamId), wanted.wanted(), currentActor.get("api"));
        return ResponseEntity.created(URI.create("/api/items/" + poamId + "/risk-acceptance-requests/" + asked.id()))
                .body(document(asked));
    }

    private AcceptanceDocument document(RiskAcceptance acceptance) {
        return AcceptanceDocument.of(acceptance, reviews.isStale(acceptance));
    }
}
