package io.closeout.review.web;

import io.closeout.access.Actor;
import io.closeout.access.CurrentActor;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.review.status.Outlook;
import io.closeout.review.status.StatusUpdate;
import io.closeout.review.status.StatusUpdates;
import io.closeout.web.Flash;
import io.closeout.web.Forms;
import io.closeout.web.Option;
import java.util.Arrays;
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

/** Saying how an item stands without being asked. The item page links here. */
@Controller
@RequestMapping("/items/{id}/status")
class StatusPage {

    private final StatusUpdates updates;
    private final StatusLines lines;
    private final Register register;
    private final CurrentActor currentActor;

    StatusPage(StatusUpdates updates, StatusLines lines, Register register, CurrentActor currentActor) {
        this.updates = updates;
        this.lines = lines;
        this.register = register;
        this.currentActor = currentActor;
    }

    @GetMapping
    String show(@PathVariable String id, Model model) {
        List<StatusUpdate> before = updates.of(new PoamId(id));
        model.addAttribute(
                "form",
                before.isEmpty()
                        ? new StatusForm("", "0", "", "")
                        : new StatusForm(
                                "",
                                Integer.toString(before.get(0).word().percent()),
                                "",
                                before.get(0).word().blocker()));
        return page(new PoamId(id), model);
    }

    @PostMapping
    String give(
            @PathVariable String id,
            @ModelAttribute("form") StatusForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        PoamId item = new PoamId(id);
        Actor by = currentActor.get("page");
        if (!Forms.accepted(errors, () -> {
            updates.give(item, form.word(), by);
            return item;
        })) {
            return page(item, model);
        }
        Flash.done(redirect, "review.status.given");
        redirect.addAttribute("id", id);
        return "redirect:/items/{id}";
    }

    private String page(PoamId id, Model model) {
        PoamItem item = register.get(id);
        model.addAttribute("item", item);
        model.addAttribute("words", lines.of(id));
        model.addAttribute("mayGive", updates.mayGive(item, currentActor.get("page")));
        model.addAttribute(
                "outlooks",
                Arrays.stream(Outlook.values())
                        .map(each -> new Option(each.name(), each.label()))
                        .toList());
        return "review/status";
    }
}
