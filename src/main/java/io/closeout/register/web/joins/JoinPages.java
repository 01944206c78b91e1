package io.closeout.register.web.joins;

import io.closeout.access.CurrentActor;
import io.closeout.access.Group;
import io.closeout.register.ItemJoins;
import io.closeout.register.JoinComparison;
import io.closeout.register.JoinProposal;
import io.closeout.register.JoinProposals;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.shared.Refused;
import io.closeout.web.Flash;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Items that may be the same: the list, two side by side, and the decision. */
@Controller
@RequestMapping("/joins")
class JoinPages {

    private final JoinProposals proposals;
    private final JoinComparison comparison;
    private final ItemJoins joins;
    private final Register register;
    private final CurrentActor currentActor;

    JoinPages(
            JoinProposals proposals,
            JoinComparison comparison,
            ItemJoins joins,
            Register register,
            CurrentActor currentActor) {
        this.proposals = proposals;
        this.comparison = comparison;
        this.joins = joins;
        this.register = register;
        this.currentActor = currentActor;
    }

    @GetMapping
    String list(Model model) {
        List<JoinProposal> open = proposals.open();
        model.addAttribute("proposals", open);
        model.addAttribute("items", items(open));
        return "joins/list";
    }

    private Map<String, PoamItem> items(List<JoinProposal> open) {
        return register.all(open.stream()
                .flatMap(each -> Stream.of(each.keptItem(), each.joiningItem()))
                .distinct()
                .toList());
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Model model) {
        JoinProposal proposal = proposals.get(id);
        model.addAttribute("proposal", proposal);
        model.addAttribute("kept", register.get(proposal.kept()));
        model.addAttribute("joining", register.get(proposal.joining()));
        model.addAttribute("compared", comparison.of(proposal));
        model.addAttribute("mayDecide", mayDecide() && proposal.state() == JoinProposal.State.PROPOSED);
        return "joins/join";
    }

    private boolean mayDecide() {
        return currentActor
                .person()
                .filter(person -> person.groups().contains(Group.ISSM))
                .isPresent();
    }

    @PostMapping("/{id}")
    String decide(
            @PathVariable long id,
            @RequestParam boolean same,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes redirect) {
        try {
            if (same) {
                joins.join(id, reason, currentActor.get("page"));
            } else {
                joins.keepApart(id, reason, currentActor.get("page"));
            }
        } catch (Refused refused) {
            Flash.refused(redirect, String.valueOf(refused.getMessage()));
            return "redirect:/joins/" + id;
        }
        Flash.done(redirect, same ? "join.joined" : "join.kept-apart");
        return "redirect:/joins";
    }
}
