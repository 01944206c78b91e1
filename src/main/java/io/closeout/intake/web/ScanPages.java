package io.closeout.intake.web;

import io.closeout.access.Actor;
import io.closeout.access.CurrentActor;
import io.closeout.access.Group;
import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.intake.ForeseenChanges;
import io.closeout.intake.HeldImports;
import io.closeout.intake.ImportUndo;
import io.closeout.intake.IntakeSettings;
import io.closeout.intake.Scan;
import io.closeout.intake.ScanChanges;
import io.closeout.intake.ScanChanges.Kind;
import io.closeout.intake.ScanIntake;
import io.closeout.intake.ScanState;
import io.closeout.intake.Scans;
import io.closeout.intake.tables.OwnTables;
import io.closeout.register.Scopes;
import io.closeout.shared.FileSize;
import io.closeout.shared.Page;
import io.closeout.shared.PageRequest;
import io.closeout.shared.Refused;
import io.closeout.web.Flash;
import io.closeout.web.Forms;
import io.closeout.web.Option;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

/** Imports for people: upload, progress, what changed. */
@Controller
@RequestMapping("/scans")
class ScanPages {

    private static final int LINES = 25;

    private final ScanIntake intake;
    private final Scans scans;
    private final ScanChanges changes;
    private final HeldImports held;
    private final ImportUndo undo;
    private final ForeseenChanges foreseen;
    private final Scopes scopes;
    private final People people;
    private final CurrentActor currentActor;
    private final IntakeSettings settings;
    private final OwnTables tables;

    ScanPages(
            ScanIntake intake,
            Scans scans,
            ScanChanges changes,
            HeldImports held,
            ImportUndo undo,
            ForeseenChanges foreseen,
            Scopes scopes,
            People people,
            CurrentActor currentActor,
            IntakeSettings settings,
            OwnTables tables) {
        this.tables = tables;
        this.intake = intake;
        this.scans = scans;
        this.changes = changes;
        this.held = held;
        this.undo = undo;
        this.foreseen = foreseen;
        this.scopes = scopes;
        this.people = people;
        this.currentActor = currentActor;
        this.settings = settings;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        Page<Scan> list = scans.list(new PageRequest(page, LINES, ""));
        model.addAttribute("scans", list);
        model.addAttribute("people", names());
        model.addAttribute("mayImport", mayImport());
        return "intake/scans";
    }

    @GetMapping("/new")
    String uploadForm(Model model) {
        model.addAttribute("form", UploadForm.BLANK);
        return form(model);
    }

    @PostMapping
    String upload(@ModelAttribute("form") UploadForm form, BindingResult errors, Model model) {
        Actor by = currentActor.get("page");
        long[] id = new long[1];
        if (!Forms.accepted(errors, () -> id[0] = form.handTo(intake, by))) {
            return form(model);
        }
        return "redirect:/scans/" + id[0];
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Model model) {
        Scan scan = scans.get(id);
        model.addAttribute("scan", scan);
        model.addAttribute("size", FileSize.about(scan.fileSize()));
        model.addAttribute("people", names());
        model.addAttribute("mayImport", mayImport());
        model.addAttribute("ownTable", tables.readWith(scan.format()).orElse(null));
        if (scan.state() == ScanState.DONE) {
            addChanges(id, model);
            model.addAttribute("undoable", undo.isOfferedTo(currentActor.get("page"), id));
        }
        if (scan.state() == ScanState.AWAITING_DECISION) {
            addForeseen(scan, model);
        }
        return "intake/scan";
    }

    @PostMapping("/{id}/undo")
    String undo(
            @PathVariable long id, @RequestParam(required = false) @Nullable String reason, RedirectAttributes flash) {
        try {
            undo.undo(id, reason, currentActor.get("page"));
        } catch (Refused refused) {
            Flash.refused(flash, String.valueOf(refused.getMessage()));
        }
        return "redirect:/scans/" + id;
    }

    /** For a file that waited for somebody to say what its columns mean. */
    @PostMapping("/{id}/again")
    String again(@PathVariable long id, RedirectAttributes flash) {
        try {
            return "redirect:/scans/" + intake.again(id, currentActor.get("page"));
        } catch (Refused refused) {
            Flash.refused(flash, String.valueOf(refused.getMessage()));
            return "redirect:/scans/" + id;
        }
    }

    /** What the progress page asks for every second; tells the browser to load the page anew once there is more to see. */
    @GetMapping("/{id}/progress")
    String progress(@PathVariable long id, Model model, HttpServletResponse response) {
        Scan scan = scans.get(id);
        if (scan.state().isResting()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("scan", scan);
        return "intake/progress :: progress";
    }

    private String form(Model model) {
        List<Option> known = scopes.all().stream()
                .map(scope -> new Option(scope.id(), scope.name()))
                .toList();
        model.addAttribute("scopes", known);
        model.addAttribute("formats", UploadForm.formats());
        model.addAttribute("largest", FileSize.exactly(settings.maxSize()));
        model.addAttribute("mayImport", mayImport());
        return "intake/upload";
    }

    private void addChanges(long id, Model model) {
        model.addAttribute("opened", changes.items(id, Kind.NEW));
        model.addAttribute("reappeared", changes.items(id, Kind.REAPPEARED));
        model.addAttribute("absent", changes.items(id, Kind.ABSENT));
        model.addAttribute("asked", changes.items(id, Kind.ASKED));
        model.addAttribute("suppressed", changes.suppressed(id));
        model.addAttribute("seenAgain", changes.seenAgain(id));
        model.addAttribute("notObserved", changes.notObserved(id));
        model.addAttribute("hosts", changes.hosts(id));
        model.addAttribute("most", ScanChanges.MOST);
        model.addAttribute("hostCount", changes.hostCount(id));
    }

    private void addForeseen(Scan scan, Model model) {
        model.addAttribute("figures", held.facts(scan.id()));
        model.addAttribute("openings", foreseen.openings(scan.id()));
        model.addAttribute("endings", foreseen.endings(scan.id()));
        model.addAttribute("strangers", foreseen.strangers(scan.id()));
        model.addAttribute("most", ForeseenChanges.MOST);
        model.addAttribute("mayDecide", mayDecide(scan));
    }

    private boolean mayDecide(Scan scan) {
        String decider = held.deciderBesideIssm(scan.id());
        return currentActor.person().stream()
                .anyMatch(person ->
                        person.groups().contains(Group.ISSM) || person.id().equals(decider));
    }

    private Map<String, String> names() {
        return people.all().stream().collect(Collectors.toMap(Person::id, Person::name));
    }

    private boolean mayImport() {
        return currentActor.person().map(Person::groups).stream()
                .anyMatch(groups -> groups.contains(Group.ISSM)
                        || groups.contains(Group.REMEDIATOR)
                        || groups.contains(Group.CAMUNDA_ADMIN));
    }
}
