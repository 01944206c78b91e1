package io.closeout.review.web;

import io.closeout.access.Actor;
import io.closeout.access.CurrentActor;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.review.extension.ExtensionRequests;
import io.closeout.web.Flash;
import io.closeout.web.Forms;
import io.closeout.web.Option;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking for more time. The item page and the task "Remediate weakness" link here. */
@Controller
@RequestMapping("/items/{id}/more-time")
class MoreTimePage {

    private static final List<Option> REASON_KINDS = List.of(
            new Option(MoreTimeForm.WORK, "The work takes longer"),
            new Option(MoreTimeForm.VENDOR, "The vendor's fix does not exist yet"));

    private final ExtensionRequests requests;
    private final ExtensionViews views;
    private final Register register;
    private final CurrentActor currentActor;

    MoreTimePage(ExtensionRequests requests, ExtensionViews views, Register register, CurrentActor currentActor) {
        this.requests = requests;
        this.views = views;
        this.register = register;
        this.currentActor = currentActor;
    }

    @GetMapping
    String show(@PathVariable String id, Model model) {
        model.addAttribute("form", MoreTimeForm.blank());
        return page(new PoamId(id), model);
    }

    @PostMapping
    String ask(
            @PathVariable String id,
            @ModelAttribute("form") MoreTimeForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        PoamId item = new PoamId(id);
        Actor by = currentActor.get("page");
        if (!Forms.accepted(errors, () -> requests.ask(item, form.wanted(), by))) {
            return page(item, model);
        }
        Flash.done(redirect, "review.more-time.asked");
        redirect.addAttribute("id", id);
        return "redirect:/items/{id}";
    }

    private String page(PoamId id, Model model) {
        PoamItem item = register.get(id);
        model.addAttribute("item", item);
        model.addAttribute("requests", views.of(id));
        model.addAttribute("reasonKinds", REASON_KINDS);
        model.addAttribute("mayAsk", requests.mayAsk(item, currentActor.get("page")));
        return "review/more-time";
    }
}
