package io.closeout.workflow.web;

import io.closeout.access.Actor;
import io.closeout.access.CurrentActor;
import io.closeout.access.Group;
import io.closeout.access.People;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.shared.Severity;
import io.closeout.web.Flash;
import io.closeout.web.Forms;
import io.closeout.workflow.bulk.BulkAction;
import io.closeout.workflow.bulk.BulkOutcome;
import io.closeout.workflow.bulk.BulkWork;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The same work on many items: what was chosen on the register page is shown with one form, then done item by item. */
@Controller
@RequestMapping("/items/bulk")
class BulkPages {

    private static final int NAMED = 20;

    private final BulkWork work;
    private final Register register;
    private final People people;
    private final CurrentActor currentActor;

    BulkPages(BulkWork work, Register register, People people, CurrentActor currentActor) {
        this.work = work;
        this.register = register;
        this.people = people;
        this.currentActor = currentActor;
    }

    /** A choice of a select. */
    public record Option(String value, String label) {}

    /** Comes here from the register page with what was chosen there. */
    @PostMapping
    String ask(
            @RequestParam BulkAction action,
            @RequestAttribute("ids") List<String> ids,
            Model page,
            RedirectAttributes redirect) {
        if (ids.isEmpty()) {
            Flash.refused(redirect, "Choose at least one item, then what to do with it.");
            return "redirect:/items";
        }
        page.addAttribute("form", BulkForm.blank(action, ids));
        return form(action, ids, page);
    }

    @PostMapping("/do")
    String perform(
            @ModelAttribute("form") BulkForm form, BindingResult errors, Model page, RedirectAttributes redirect) {
        Actor by = currentActor.get("page");
        List<PoamId> ids = form.ids().stream().map(PoamId::new).toList();
        boolean done = Forms.accepted(
                errors,
                () -> redirect.addFlashAttribute("outcome", work.perform(form.action(), ids, form.answers(), by)));
        if (!done) {
            return form(form.action(), form.ids(), page);
        }
        redirect.addFlashAttribute("action", form.action());
        return "redirect:/items/bulk/done";
    }

    /** Shown once; who reloads it goes back to the register. */
    @GetMapping("/done")
    String done(Model page) {
        return page.getAttribute("outcome") instanceof BulkOutcome ? "workflow/bulk-done" : "redirect:/items";
    }

    private String form(BulkAction action, List<String> ids, Model page) {
        Map<String, PoamItem> items = register.all(ids);
        page.addAttribute("action", action);
        page.addAttribute(
                "named",
                ids.stream()
                        .limit(NAMED)
                        .map(items::get)
                        .filter(Objects::nonNull)
                        .toList());
        page.addAttribute("more", Math.max(0, ids.size() - NAMED));
        page.addAttribute("owners", owners());
        page.addAttribute(
                "risks",
                Stream.of(Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL)
                        .map(risk -> new Option(risk.name(), risk.label()))
                        .toList());
        page.addAttribute("decisions", List.of(new Option("approve", "Approve"), new Option("refuse", "Refuse")));
        return "workflow/bulk";
    }

    private List<Option> owners() {
        return Stream.of(Group.REMEDIATOR, Group.ISSM)
                .map(people::in)
                .flatMap(Collection::stream)
                .distinct()
                .map(person -> new Option(person.id(), person.name()))
                .toList();
    }
}
