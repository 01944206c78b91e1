package io.closeout.intake.web.byhand;

import io.closeout.access.Actor;
import io.closeout.access.CurrentActor;
import io.closeout.access.Group;
import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.access.PolicyCalendar;
import io.closeout.evidence.EvidenceKind;
import io.closeout.intake.byhand.FindingSource;
import io.closeout.intake.byhand.FindingsByHand;
import io.closeout.intake.byhand.ReportedBefore;
import io.closeout.policy.Track;
import io.closeout.register.PoamId;
import io.closeout.register.Scopes;
import io.closeout.shared.PageRequest;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import io.closeout.web.Flash;
import io.closeout.web.Option;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Findings by people: those that were reported, and the form for another. */
@Controller
@RequestMapping("/findings")
class FindingPages {

    private static final int LINES = 50;

    private final FindingsByHand findings;
    private final FindingDesk desk;
    private final Scopes scopes;
    private final People people;
    private final MessageSource messages;
    private final PolicyCalendar calendar;
    private final CurrentActor currentActor;

    FindingPages(
            FindingsByHand findings,
            FindingDesk desk,
            Scopes scopes,
            People people,
            MessageSource messages,
            PolicyCalendar calendar,
            CurrentActor currentActor) {
        this.findings = findings;
        this.desk = desk;
        this.scopes = scopes;
        this.people = people;
        this.messages = messages;
        this.calendar = calendar;
        this.currentActor = currentActor;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("findings", findings.list(new PageRequest(page, LINES, "")));
        model.addAttribute("people", people.all().stream().collect(Collectors.toMap(Person::id, Person::name)));
        model.addAttribute("mayReport", mayReport());
        return "intake/findings";
    }

    @GetMapping("/new")
    String form(Model model) {
        model.addAttribute("form", FindingForm.blank(calendar.today()));
        return page(model);
    }

    @PostMapping
    String report(
            @ModelAttribute("form") FindingForm form, BindingResult errors, Model model, RedirectAttributes redirect) {
        Actor by = currentActor.get("page");
        PoamId item;
        try {
            item = desk.report(form.finding(), List.of(), by).id();
        } catch (ReportedBefore before) {
            errors.reject("refused", before.getMessage());
            model.addAttribute("first", before.first().text());
            return page(model);
        } catch (Refused refused) {
            errors.reject("refused", refused.getMessage());
            return page(model);
        }
        redirect.addAttribute("id", item.text());
        return attached(item, form, by, redirect) ? "redirect:/items/{id}" : "redirect:/items/{id}/evidence";
    }

    private boolean attached(PoamId item, FindingForm form, Actor by, RedirectAttributes redirect) {
        if (form.evidence().isGiven()) {
            try {
                desk.attach(item, form.evidence(), form.file(), by);
            } catch (Refused refused) {
                Flash.refused(redirect, opened(item) + " " + refused.getMessage());
                return false;
            }
        }
        Flash.done(redirect, "finding.reported", item.text());
        return true;
    }

    private String opened(PoamId item) {
        return messages.getMessage(
                "finding.reported.without-evidence", new Object[] {item.text()}, LocaleContextHolder.getLocale());
    }

    private String page(Model model) {
        model.addAttribute("severities", options(EnumSet.range(Severity.CRITICAL, Severity.LOW), Severity::label));
        model.addAttribute("sources", options(EnumSet.allOf(FindingSource.class), FindingSource::label));
        model.addAttribute("tracks", options(EnumSet.allOf(Track.class), this::label));
        model.addAttribute("kinds", options(EnumSet.allOf(EvidenceKind.class), EvidenceKind::label));
        model.addAttribute(
                "scopes",
                scopes.all().stream()
                        .map(each -> new Option(each.id(), each.name()))
                        .toList());
        model.addAttribute("today", calendar.today());
        model.addAttribute("mayReport", mayReport());
        return "intake/finding-form";
    }

    private String label(Track track) {
        return messages.getMessage("finding.track." + track, new Object[0], LocaleContextHolder.getLocale());
    }

    private static <E extends Enum<E>> List<Option> options(EnumSet<E> words, Function<E, String> label) {
        return words.stream()
                .map(each -> new Option(each.name(), label.apply(each)))
                .toList();
    }

    private boolean mayReport() {
        return currentActor.get("page").isIn(Group.ISSM);
    }
}
