package io.closeout.register.web.joins;

import io.closeout.access.CurrentActor;
import io.closeout.register.ItemJoins;
import io.closeout.register.JoinComparison;
import io.closeout.register.JoinComparison.Compared;
import io.closeout.register.JoinProposal;
import io.closeout.register.JoinProposals;
import io.closeout.shared.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Proposals to join items, for programs. */
@RestController
@RequestMapping("/api/joins")
@Tag(name = "Items")
class JoinsApi {

    private final JoinProposals proposals;
    private final JoinComparison comparison;
    private final ItemJoins joins;
    private final CurrentActor currentActor;

    JoinsApi(JoinProposals proposals, JoinComparison comparison, ItemJoins joins, CurrentActor currentActor) {
        this.proposals = proposals;
        this.comparison = comparison;
        this.joins = joins;
        this.currentActor = currentActor;
    }

    record JoinView(JoinProposal proposal, Compared compared) {}

    /** @param same whether they are; {@code reason} stands in the ledger of both */
    record JoinDecision(@Nullable Boolean same, @Nullable String reason) {}

    @GetMapping
    @Operation(summary = "Items of different scanners that may be the same, oldest proposal first")
    List<JoinProposal> open() {
        return proposals.open();
    }

    @GetMapping("/{id}")
    @Operation(summary = "One proposal, with what the two items share and what not")
    JoinView get(@PathVariable long id) {
        JoinProposal proposal = proposals.get(id);
        return new JoinView(proposal, comparison.of(proposal));
    }

    @PostMapping("/{id}/decision")
    @Operation(
            summary = "Joins the two items, or keeps them apart for good",
            description =
                    "The older item stays and takes over what is open of the other, which ends as joined. For the ISSM.")
    JoinView decide(@PathVariable long id, @RequestBody JoinDecision decision) {
        if (decision.same() == null) {
            throw Refused.because("Say whether they are the \"same\": true or false.");
        }
        if (decision.same()) {
            joins.join(id, decision.reason(), currentActor.get("api"));
        } else {
            joins.keepApart(id, decision.reason(), currentActor.get("api"));
        }
        return get(id);
    }
}
