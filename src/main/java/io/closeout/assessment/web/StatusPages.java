package io.closeout.assessment.web;

import io.closeout.access.Actor;
import io.closeout.access.CurrentActor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.assessment.AssessmentKind;
import io.closeout.assessment.CmmcStatus;
import io.closeout.assessment.CmmcStatuses;
import io.closeout.register.Scopes.Scope;
import io.closeout.shared.Refused;
import io.closeout.web.Flash;
import io.closeout.web.Forms;
import io.closeout.web.Option;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The CMMC statuses of a scope: recording one, what stands against it, and what became of each. */
@Controller
@RequestMapping("/assessment/status")
class StatusPages {

    private final CmmcStatuses statuses;
    private final StatusViews views;
    private final ChosenScope scopes;
    private final CurrentActor currentActor;
    private final PolicyCalendar calendar;

    StatusPages(
            CmmcStatuses statuses,
            StatusViews views,
            ChosenScope scopes,
            CurrentActor currentActor,
            PolicyCalendar calendar) {
        this.statuses = statuses;
        this.views = views;
        this.scopes = scopes;
        this.currentActor = currentActor;
        this.calendar = calendar;
    }

    @GetMapping
    String show(@RequestParam(required = false) @Nullable String scope, Model model) {
        model.addAttribute("form", new StatusForm("SELF", "", calendar.today().toString()));
        return page(scopes.show(scope, model), model);
    }

    @PostMapping
    String record(
            @RequestParam(required = false) @Nullable String scope,
            @ModelAttribute("form") StatusForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        Scope chosen = scopes.show(scope, model);
        Actor by = currentActor.get("page");
        if (!Forms.accepted(errors, () -> statuses.record(chosen.id(), form.wanted(), by))) {
            return page(chosen, model);
        }
        Flash.done(redirect, "assessment.status.done");
        redirect.addAttribute("scope", chosen.id());
        return "redirect:/assessment/status";
    }

    /** Where notices about a status lead. */
    @GetMapping("/{id}")
    String one(@PathVariable long id, RedirectAttributes redirect) {
        redirect.addAttribute("scope", statuses.get(id).scope());
        return "redirect:/assessment/status";
    }

    @PostMapping("/{id}/withdrawal")
    String withdraw(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes redirect) {
        CmmcStatus status = statuses.get(id);
        try {
            statuses.withdraw(id, reason, currentActor.get("page"));
            Flash.done(redirect, "assessment.status.withdrawn");
        } catch (Refused refused) {
            Flash.refused(redirect, String.valueOf(refused.getMessage()));
        }
        redirect.addAttribute("scope", status.scope());
        return "redirect:/assessment/status";
    }

    private String page(Scope scope, Model model) {
        Actor viewer = currentActor.get("page");
        boolean running = statuses.active(scope.id()).isPresent();
        model.addAttribute("statuses", views.of(scope.id()));
        model.addAttribute("mayRecord", viewer.isIn(Group.ISSM) && !running);
        model.addAttribute("mayWithdraw", viewer.isIn(Group.LEADERSHIP));
        model.addAttribute("running", running);
        model.addAttribute("obstacles", statuses.obstacles(scope.id(), calendar.today()));
        model.addAttribute("today", calendar.today());
        model.addAttribute(
                "kinds",
                Arrays.stream(AssessmentKind.values())
                        .map(kind -> new Option(kind.name(), kind.label()))
                        .toList());
        return "assessment/status";
    }
}
