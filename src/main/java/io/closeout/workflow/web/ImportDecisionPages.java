package io.closeout.workflow.web;

import io.closeout.access.CurrentActor;
import io.closeout.intake.Scan.Verdict;
import io.closeout.shared.Refused;
import io.closeout.web.Flash;
import io.closeout.workflow.scan.ImportDecisions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The decision on the page of a held import. */
@Controller
class ImportDecisionPages {

    private final ImportDecisions decisions;
    private final CurrentActor currentActor;

    ImportDecisionPages(ImportDecisions decisions, CurrentActor currentActor) {
        this.decisions = decisions;
        this.currentActor = currentActor;
    }

    @PostMapping("/scans/{id}/decision")
    String decide(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String decision,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes flash) {
        try {
            decisions.decide(id, Verdict.of(decision), reason, currentActor.get("page"));
        } catch (Refused refused) {
            Flash.refused(flash, String.valueOf(refused.getMessage()));
        }
        return "redirect:/scans/" + id;
    }
}
