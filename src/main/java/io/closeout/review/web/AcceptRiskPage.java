package io.closeout.review.web;

import io.closeout.access.Actor;
import io.closeout.access.CurrentActor;
import io.closeout.policy.AcceptanceKind;
import io.closeout.register.MilestoneProgress;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.review.acceptance.AcceptanceRequests;
import io.closeout.review.acceptance.Acceptances;
import io.closeout.review.acceptance.RiskAcceptance;
import io.closeout.review.acceptance.RiskLevel;
import io.closeout.review.approval.Askers;
import io.closeout.shared.Severity;
import io.closeout.web.Flash;
import io.closeout.web.Forms;
import io.closeout.web.Option;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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

/** Asking for a risk to be accepted, or for another term; reporting a lapsed control, and milestones of the plan that lives on. */
@Controller
@RequestMapping("/items/{id}/accept-risk")
class AcceptRiskPage {

    private final AcceptanceRequests requests;
    private final Acceptances acceptances;
    private final AcceptanceViews views;
    private final MilestoneProgress milestones;
    private final Register register;
    private final CurrentActor currentActor;

    AcceptRiskPage(
            AcceptanceRequests requests,
            Acceptances acceptances,
            AcceptanceViews views,
            MilestoneProgress milestones,
            Register register,
            CurrentActor currentActor) {
        this.requests = requests;
        this.acceptances = acceptances;
        this.views = views;
        this.milestones = milestones;
        this.register = register;
        this.currentActor = currentActor;
    }

    @GetMapping
    String show(@PathVariable String id, Model model) {
        PoamId item = new PoamId(id);
        model.addAttribute(
                "form", acceptances.inForce(item).map(AcceptRiskForm::like).orElseGet(AcceptRiskForm::blank));
        return page(item, model);
    }

    @PostMapping
    String ask(
            @PathVariable String id,
            @ModelAttribute("form") AcceptRiskForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        PoamId item = new PoamId(id);
        Actor by = currentActor.get("page");
        if (!Forms.accepted(errors, () -> requests.ask(item, form.wanted(), by))) {
            return page(item, model);
        }
        return toItem(id, "review.accept-risk.asked", redirect);
    }

    @PostMapping("/lapsed")
    String reportLapsed(
            @PathVariable String id,
            @RequestParam int control,
            @RequestParam @Nullable String what,
            RedirectAttributes redirect) {
        acceptances.reportLapsed(new PoamId(id), control, what, currentActor.get("page"));
        return toItem(id, "review.accept-risk.lapsed.done", redirect);
    }

    @PostMapping("/milestones/{number}")
    String completeMilestone(@PathVariable String id, @PathVariable int number, RedirectAttributes redirect) {
        milestones.complete(new PoamId(id), number, currentActor.get("page"));
        return toItem(id, "review.accept-risk.milestone.done", redirect);
    }

    private static String toItem(String id, String message, RedirectAttributes redirect) {
        Flash.done(redirect, message);
        redirect.addAttribute("id", id);
        return "redirect:/items/{id}";
    }

    private String page(PoamId id, Model model) {
        PoamItem item = register.get(id);
        Actor by = currentActor.get("page");
        RiskAcceptance inForce = acceptances.inForce(id).orElse(null);
        model.addAttribute("item", item);
        model.addAttribute("views", views.of(id));
        model.addAttribute("inForce", inForce);
        model.addAttribute("worksOn", Askers.mayAsk(item, by));
        model.addAttribute("mayAsk", requests.mayAsk(item, by));
        model.addAttribute(
                "kinds",
                Arrays.stream(AcceptanceKind.values())
                        .map(each -> new Option(each.name(), each.label()))
                        .toList());
        model.addAttribute(
                "levels",
                Arrays.stream(RiskLevel.values())
                        .map(each -> new Option(each.name(), each.label()))
                        .toList());
        model.addAttribute("ratings", ratings());
        return "review/accept-risk";
    }

    private static List<Option> ratings() {
        return Stream.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW)
                .map(each -> new Option(each.name(), each.label()))
                .toList();
    }
}
