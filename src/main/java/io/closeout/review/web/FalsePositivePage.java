package io.closeout.review.web;

import io.closeout.access.Actor;
import io.closeout.access.CurrentActor;
import io.closeout.access.PolicyCalendar;
import io.closeout.register.AffectedAssets;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.review.falsepositive.FalsePositiveRequests;
import io.closeout.shared.PageRequest;
import io.closeout.web.Flash;
import io.closeout.web.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking for an item to be confirmed as a false positive. The item page links here. */
@Controller
@RequestMapping("/items/{id}/false-positive")
class FalsePositivePage {

    /** Who needs more asks for everywhere, or through the API. */
    private static final int LISTED_ASSETS = 200;

    private final FalsePositiveRequests requests;
    private final FalsePositiveViews views;
    private final Register register;
    private final AffectedAssets assets;
    private final PolicyCalendar calendar;
    private final CurrentActor currentActor;

    FalsePositivePage(
            FalsePositiveRequests requests,
            FalsePositiveViews views,
            Register register,
            AffectedAssets assets,
            PolicyCalendar calendar,
            CurrentActor currentActor) {
        this.requests = requests;
        this.views = views;
        this.register = register;
        this.assets = assets;
        this.calendar = calendar;
        this.currentActor = currentActor;
    }

    @GetMapping
    String show(@PathVariable String id, Model model) {
        model.addAttribute("form", FalsePositiveForm.blank());
        return page(new PoamId(id), model);
    }

    @PostMapping
    String ask(
            @PathVariable String id,
            @ModelAttribute("form") FalsePositiveForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        PoamId item = new PoamId(id);
        Actor by = currentActor.get("page");
        if (!Forms.accepted(errors, () -> requests.ask(item, form.claim(item, requests), by))) {
            return page(item, model);
        }
        Flash.done(redirect, "review.false-positive.asked");
        redirect.addAttribute("id", id);
        return "redirect:/items/{id}";
    }

    private String page(PoamId id, Model model) {
        PoamItem item = register.get(id);
        model.addAttribute("item", item);
        model.addAttribute("requests", views.of(id));
        model.addAttribute("mayAsk", requests.mayAsk(item, currentActor.get("page")));
        model.addAttribute("hasEvidence", requests.hasEvidence(item));
        model.addAttribute("term", requests.term(item));
        model.addAttribute("today", calendar.today());
        model.addAttribute("fromScan", item.weaknessId().isPresent());
        model.addAttribute(
                "assets", assets.of(id, new PageRequest(0, LISTED_ASSETS, "")).items());
        return "review/false-positive";
    }
}
