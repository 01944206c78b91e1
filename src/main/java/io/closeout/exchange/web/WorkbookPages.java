package io.closeout.exchange.web;

import io.closeout.access.Actor;
import io.closeout.access.CurrentActor;
import io.closeout.access.Group;
import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.exchange.Comparison;
import io.closeout.exchange.Decision;
import io.closeout.exchange.HandedIn;
import io.closeout.exchange.Outcome;
import io.closeout.exchange.WorkbookDesk;
import io.closeout.exchange.WorkbookState;
import io.closeout.register.Scopes;
import io.closeout.shared.FileSize;
import io.closeout.shared.PageRequest;
import io.closeout.shared.Refused;
import io.closeout.web.Flash;
import io.closeout.web.Forms;
import io.closeout.web.Option;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** POA&amp;M workbooks for people: hand one in, look what it would change, decide. */
@Controller
@RequestMapping("/poam-workbooks")
class WorkbookPages {

    private static final int LINES = 25;

    private final WorkbookDesk desk;
    private final Scopes scopes;
    private final People people;
    private final CurrentActor currentActor;

    WorkbookPages(WorkbookDesk desk, Scopes scopes, People people, CurrentActor currentActor) {
        this.desk = desk;
        this.scopes = scopes;
        this.people = people;
        this.currentActor = currentActor;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("form", WorkbookForm.BLANK);
        return listPage(page, model);
    }

    private String listPage(int page, Model model) {
        model.addAttribute("workbooks", desk.list(new PageRequest(page, LINES, "")));
        model.addAttribute("people", names());
        model.addAttribute("mayImport", mayImport());
        model.addAttribute(
                "scopes",
                scopes.all().stream()
                        .map(scope -> new Option(scope.id(), scope.name()))
                        .toList());
        model.addAttribute("largest", FileSize.exactly(DataSize.ofBytes(WorkbookDesk.LARGEST)));
        return "exchange/workbooks";
    }

    @PostMapping
    String receive(@ModelAttribute("form") WorkbookForm form, BindingResult errors, Model model) {
        Actor by = currentActor.get("page");
        long[] id = new long[1];
        if (!Forms.accepted(errors, () -> id[0] = form.handTo(desk, by))) {
            return listPage(0, model);
        }
        return "redirect:/poam-workbooks/" + id[0];
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Model model) {
        HandedIn workbook = desk.get(id);
        Actor by = currentActor.get("page");
        model.addAttribute("workbook", workbook);
        model.addAttribute("people", names());
        if (workbook.state() == WorkbookState.AWAITING_DECISION) {
            Comparison comparison = desk.compare(id, by);
            model.addAttribute("comparison", comparison);
            model.addAttribute("outcomes", Outcome.values());
            model.addAttribute("differs", Outcome.DIFFERS);
            model.addAttribute("mayDecide", mayDecide(workbook, by));
        }
        return "exchange/workbook";
    }

    @PostMapping("/{id}/decision")
    String decide(@PathVariable long id, @RequestParam Map<String, String> sent, RedirectAttributes flash) {
        try {
            Decision decision = DecisionForm.of(sent);
            desk.decide(id, decision, currentActor.get("page"));
            Flash.done(flash, decision.commit() ? "workbook.committed" : "workbook.discarded");
        } catch (Refused refused) {
            Flash.refused(flash, String.valueOf(refused.getMessage()));
        }
        return "redirect:/poam-workbooks/" + id;
    }

    private static boolean mayDecide(HandedIn workbook, Actor by) {
        return by.isIn(Group.ISSM) || by.isIn(Group.REMEDIATOR) && by.id().equals(workbook.receivedBy());
    }

    private boolean mayImport() {
        Actor by = currentActor.get("page");
        return by.isIn(Group.ISSM) || by.isIn(Group.REMEDIATOR) || by.isIn(Group.CAMUNDA_ADMIN);
    }

    private Map<String, String> names() {
        return people.all().stream().collect(Collectors.toMap(Person::id, Person::name));
    }
}
