package io.closeout.assessment.web;

import io.closeout.access.CurrentActor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.assessment.Assessment;
import io.closeout.assessment.Assessments;
import io.closeout.assessment.CmmcStatuses;
import io.closeout.assessment.Family;
import io.closeout.assessment.Requirements;
import io.closeout.assessment.Result;
import io.closeout.assessment.Scorecard;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The score of a scope, and the results of its requirements, a family at a time. */
@Controller
@RequestMapping("/assessment")
class AssessmentPages {

    private final Assessments assessments;
    private final CmmcStatuses statuses;
    private final RequirementLines lines;
    private final ChosenScope scopes;
    private final CurrentActor currentActor;
    private final PolicyCalendar calendar;

    AssessmentPages(
            Assessments assessments,
            CmmcStatuses statuses,
            RequirementLines lines,
            ChosenScope scopes,
            CurrentActor currentActor,
            PolicyCalendar calendar) {
        this.assessments = assessments;
        this.statuses = statuses;
        this.lines = lines;
        this.scopes = scopes;
        this.currentActor = currentActor;
        this.calendar = calendar;
    }

    @GetMapping
    String overview(@RequestParam(required = false) @Nullable String scope, Model model) {
        Scope chosen = scopes.show(scope, model);
        Assessment assessment = assessments.of(chosen.id());
        Scorecard scorecard = assessment.scorecard();
        model.addAttribute("scorecard", scorecard);
        model.addAttribute("ifOpenItemsClose", assessment.scoreIfOpenItemsClose());
        model.addAttribute("families", FamilyLine.of(assessment));
        model.addAttribute("notMet", lines.of(scorecard.notMet(), assessment));
        model.addAttribute("status", statuses.active(chosen.id()).orElse(null));
        model.addAttribute("today", calendar.today());
        return "assessment/overview";
    }

    @GetMapping("/{family}")
    String family(@PathVariable String family, @RequestParam(required = false) @Nullable String scope, Model model) {
        Scope chosen = scopes.show(scope, model);
        model.addAttribute("assessedOn", calendar.today().toString());
        return page(Family.named(family), linesOf(Family.named(family), chosen), model);
    }

    @PostMapping("/{family}")
    String record(
            @PathVariable String family,
            @RequestParam(required = false) @Nullable String scope,
            @RequestParam Map<String, String> fields,
            Model model,
            RedirectAttributes redirect) {
        Scope chosen = scopes.show(scope, model);
        FamilyForm form = new FamilyForm(fields);
        List<RequirementLine> shown = linesOf(Family.named(family), chosen);
        try {
            int recorded = assessments.record(chosen.id(), form.changes(shown), currentActor.get("page"));
            Flash.done(redirect, "assessment.recorded", recorded);
        } catch (Refused refused) {
            model.addAttribute("problem", refused.getMessage());
            model.addAttribute("assessedOn", fields.getOrDefault(FamilyForm.ASSESSED_ON, ""));
            return page(Family.named(family), form.over(shown), model);
        }
        redirect.addAttribute("family", family).addAttribute("scope", chosen.id());
        return "redirect:/assessment/{family}";
    }

    private List<RequirementLine> linesOf(Family family, Scope scope) {
        return lines.of(Requirements.of(family), assessments.of(scope.id()));
    }

    private String page(Family family, List<RequirementLine> shown, Model model) {
        model.addAttribute("family", family);
        model.addAttribute("families", Family.values());
        model.addAttribute("lines", shown);
        model.addAttribute("results", options(true));
        model.addAttribute("wholeResults", options(false));
        model.addAttribute("mayRecord", currentActor.get("page").isIn(Group.ISSM));
        return "assessment/family";
    }

    private static List<Option> options(boolean partlyMet) {
        return Arrays.stream(Result.values())
                .filter(each -> partlyMet || each != Result.PARTIAL)
                .map(each -> new Option(each.name(), each.label()))
                .toList();
    }
}
