package io.closeout.register.web;

import io.closeout.access.Actor;
import io.closeout.access.CurrentActor;
import io.closeout.access.Group;
import io.closeout.access.Person;
import io.closeout.access.PolicyCalendar;
import io.closeout.evidence.EvidenceKind;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.web.Flash;
import io.closeout.web.Forms;
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

/** The evidence of an item. Tasks in Tasklist link here, because its forms take no files. */
@Controller
@RequestMapping("/items/{id}/evidence")
class EvidencePage {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    private final EvidenceDesk desk;
    private final ItemViews views;
    private final Register register;
    private final PolicyCalendar calendar;
    private final CurrentActor currentActor;

    EvidencePage(
            EvidenceDesk desk, ItemViews views, Register register, PolicyCalendar calendar, CurrentActor currentActor) {
        this.desk = desk;
        this.views = views;
        this.register = register;
        this.calendar = calendar;
        this.currentActor = currentActor;
    }

    /** @param replaces id of the evidence that is to be superseded */
    @GetMapping
    String show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long replaces,
            @RequestParam(required = false) @Nullable String task,
            Model model) {
        model.addAttribute("form", EvidenceForm.blank(calendar.today(), replaces));
        return page(new PoamId(id), replaces, task, model);
    }

    @PostMapping
    String add(
            @PathVariable String id,
            @ModelAttribute("form") EvidenceForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String task,
            Model model,
            RedirectAttributes redirect) {
        PoamId item = new PoamId(id);
        Actor by = currentActor.get("page");
        by.mustBeIn("add evidence", Group.REMEDIATOR, Group.ISSM);
        if (!Forms.accepted(errors, () -> desk.add(item, form, by))) {
            return page(item, form.replaces(), task, model);
        }
        Flash.done(redirect, form.replaces() == null ? "evidence.added" : "evidence.replaced");
        redirect.addAttribute("id", id);
        if (isTask(task)) {
            redirect.addAttribute("task", task);
        }
        return "redirect:/items/{id}/evidence";
    }

    private String page(PoamId id, @Nullable Long replaces, @Nullable String task, Model model) {
        Person viewer = currentActor.person().orElseThrow();
        model.addAttribute("item", register.get(id));
        model.addAttribute("evidence", views.evidence(id));
        model.addAttribute("replaced", replaces == null ? null : desk.get(id, replaces));
        model.addAttribute("mayAddEvidence", viewer.isIn(Group.REMEDIATOR, Group.ISSM));
        model.addAttribute("kinds", Choice.options(Arrays.asList(EvidenceKind.values()), EvidenceKind::label));
        model.addAttribute("today", calendar.today());
        model.addAttribute("task", isTask(task) ? task : null);
        model.addAttribute("tasklist", isTask(task) ? TASKLIST + "#/?task=" + task : TASKLIST);
        return "register/evidence";
    }

    /** The engine's ids; anything else is left out of the address. */
    private static boolean isTask(@Nullable String task) {
        return task != null && task.matches("[A-Za-z0-9-]{1,64}");
    }
}
