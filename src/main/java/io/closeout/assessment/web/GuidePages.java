package io.closeout.assessment.web;

import io.closeout.access.CurrentActor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.assessment.AnsweredMeanwhile;
import io.closeout.assessment.Assessment;
import io.closeout.assessment.Assessments;
import io.closeout.assessment.Checklist;
import io.closeout.assessment.Determination;
import io.closeout.assessment.Family;
import io.closeout.assessment.GuidedAssessment;
import io.closeout.assessment.Requirement;
import io.closeout.assessment.Requirements;
import io.closeout.evidence.EvidenceKind;
import io.closeout.register.Scopes.Scope;
import io.closeout.shared.Refused;
import io.closeout.web.Flash;
import io.closeout.web.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The guided self-assessment: families, their requirements, and the objectives of one requirement as a form. */
@Controller
@RequestMapping("/assessment/guide")
class GuidePages {

    private final GuidedAssessment guide;
    private final Assessments assessments;
    private final RequirementEvidence evidence;
    private final RequirementLines lines;
    private final ChosenScope scopes;
    private final CurrentActor currentActor;
    private final PolicyCalendar calendar;

    GuidePages(
            GuidedAssessment guide,
            Assessments assessments,
            RequirementEvidence evidence,
            RequirementLines lines,
            ChosenScope scopes,
            CurrentActor currentActor,
            PolicyCalendar calendar) {
        this.guide = guide;
        this.assessments = assessments;
        this.evidence = evidence;
        this.lines = lines;
        this.scopes = scopes;
        this.currentActor = currentActor;
        this.calendar = calendar;
    }

    @GetMapping
    String families(@RequestParam(required = false) @Nullable String scope, Model model) {
        Scope chosen = scopes.show(scope, model);
        Assessment assessment = assessments.of(chosen.id());
        List<GuideProgress> families = GuideProgress.of(guide.all(chosen.id()), assessment);
        model.addAttribute("families", families);
        model.addAttribute("total", GuideProgress.total(families));
        model.addAttribute("score", assessment.scorecard().score());
        model.addAttribute("next", firstOpen(guide.all(chosen.id())));
        return "assessment/guide";
    }

    private static @Nullable Requirement firstOpen(List<Checklist> checklists) {
        return checklists.stream()
                .filter(each -> !each.isComplete())
                .map(Checklist::requirement)
                .findFirst()
                .orElse(null);
    }

    @GetMapping("/{family}")
    String family(@PathVariable String family, @RequestParam(required = false) @Nullable String scope, Model model) {
        Scope chosen = scopes.show(scope, model);
        Family known = Family.named(family);
        model.addAttribute("family", known);
        model.addAttribute(
                "checklists",
                guide.all(chosen.id()).stream()
                        .filter(each -> each.requirement().family() == known)
                        .toList());
        Assessment assessment = assessments.of(chosen.id());
        model.addAttribute("results", assessment.scorecard().results());
        model.addAttribute("items", assessment.items());
        return "assessment/guide-family";
    }

    @GetMapping("/{family}/{number}")
    String requirement(
            @PathVariable String family,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String scope,
            Model model) {
        Scope chosen = scopes.show(scope, model);
        Checklist checklist = guide.of(chosen.id(), known(family, number));
        model.addAttribute("version", checklist.version());
        model.addAttribute("partlyMet", checklist.partlyMet());
        return page(chosen, checklist, GuideForm.lines(checklist).toList(), model);
    }

    @PostMapping("/{family}/{number}")
    String save(
            @PathVariable String family,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String scope,
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            RedirectAttributes redirect) {
        Scope chosen = scopes.show(scope, model);
        Requirement requirement = known(family, number);
        GuideForm form = new GuideForm(fields);
        try {
            Checklist saved = evidence.save(
                    chosen.id(),
                    form.answers(requirement),
                    form.evidence(RequirementEvidence.nameOf(file)),
                    file,
                    currentActor.get("page"));
            done(saved, redirect);
        } catch (Refused refused) {
            return mended(chosen, requirement, form, refused, model);
        }
        Requirement then = fields.containsKey("next") ? following(requirement) : requirement;
        redirect.addAttribute("family", then.family())
                .addAttribute("number", then.number())
                .addAttribute("scope", chosen.id());
        return "redirect:/assessment/guide/{family}/{number}";
    }

    private static void done(Checklist saved, RedirectAttributes redirect) {
        String id = saved.requirement().id();
        saved.outcome()
                .ifPresentOrElse(
                        result -> Flash.done(redirect, "guide.saved", id, result.label()),
                        () -> Flash.done(
                                redirect,
                                "guide.saved.open",
                                id,
                                saved.objectives().size() - saved.answered()));
    }

    /** Who was too late keeps what was written, and now writes over what was saved meanwhile, which is pointed out. */
    private String mended(Scope scope, Requirement requirement, GuideForm form, Refused refused, Model model) {
        boolean tooLate = refused instanceof AnsweredMeanwhile;
        Checklist current = guide.of(scope.id(), requirement);
        model.addAttribute("problem", refused.getMessage());
        model.addAttribute(
                "version", tooLate ? current.version() : form.fields().get(GuideForm.VERSION));
        model.addAttribute("partlyMet", form.fields().containsKey(GuideForm.PARTLY));
        model.addAttribute("sent", form.fields());
        return page(scope, current, form.over(current, tooLate), model);
    }

    private String page(Scope scope, Checklist checklist, List<ObjectiveLine> objectives, Model model) {
        Requirement requirement = checklist.requirement();
        model.addAttribute("checklist", checklist);
        model.addAttribute(
                "line",
                lines.of(List.of(requirement), assessments.of(scope.id())).get(0));
        model.addAttribute("objectives", objectives);
        model.addAttribute("savedBy", checklist.savedBy() == null ? "" : lines.name(checklist.savedBy()));
        model.addAttribute("determinations", Determination.values());
        model.addAttribute("evidence", evidence.of(scope.id(), requirement));
        model.addAttribute("kinds", kinds());
        model.addAttribute("today", calendar.today());
        model.addAttribute("previous", preceding(requirement));
        model.addAttribute("following", following(requirement));
        model.addAttribute("mayAnswer", currentActor.get("page").isIn(Group.ISSM));
        return "assessment/guide-requirement";
    }

    private static List<Option> kinds() {
        return Arrays.stream(EvidenceKind.values())
                .map(each -> new Option(each.name(), each.label()))
                .toList();
    }

    private static Requirement known(String family, String number) {
        return Requirements.get(Family.named(family) + ".L2-" + number);
    }

    private static Requirement following(Requirement requirement) {
        return at(requirement, 1);
    }

    private static Requirement preceding(Requirement requirement) {
        return at(requirement, -1);
    }

    /** Round: after the last comes the first. */
    private static Requirement at(Requirement requirement, int steps) {
        List<Requirement> all = Requirements.all();
        return all.get(Math.floorMod(all.indexOf(requirement) + steps, all.size()));
    }
}
