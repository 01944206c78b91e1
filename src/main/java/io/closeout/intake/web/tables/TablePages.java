package io.closeout.intake.web.tables;

import io.closeout.access.Actor;
import io.closeout.access.CurrentActor;
import io.closeout.access.Group;
import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.evidence.StoredFiles;
import io.closeout.intake.Scan;
import io.closeout.intake.ScanIntake;
import io.closeout.intake.Scans;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.generic.TableLayout;
import io.closeout.intake.parser.generic.TableLook;
import io.closeout.intake.tables.OwnTable;
import io.closeout.intake.tables.OwnTables;
import io.closeout.intake.tables.TableFile;
import io.closeout.shared.Refused;
import io.closeout.web.Flash;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the columns of the organisation's own tables mean: the list, a new one from a file that waits, and changes. */
@Controller
@RequestMapping("/tables")
class TablePages {

    private static final String SAVE = "save";

    private final OwnTables tables;
    private final Scans scans;
    private final ScanIntake intake;
    private final StoredFiles files;
    private final People people;
    private final CurrentActor currentActor;

    TablePages(
            OwnTables tables,
            Scans scans,
            ScanIntake intake,
            StoredFiles files,
            People people,
            CurrentActor currentActor) {
        this.tables = tables;
        this.scans = scans;
        this.intake = intake;
        this.files = files;
        this.people = people;
        this.currentActor = currentActor;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("tables", tables.all());
        model.addAttribute("people", people.all().stream().collect(Collectors.toMap(Person::id, Person::name)));
        model.addAttribute("mayDescribe", mayDescribe());
        return "intake/tables";
    }

    @GetMapping("/new")
    String describe(@RequestParam long scan, Model model) {
        Scan waiting = scans.get(scan);
        if (mayDescribe()) {
            try {
                TableFile file = file(waiting);
                TableLook look = file.look(null, TableForm.of(Map.of()).shape());
                TableForm form = TableForm.proposed(withoutEnding(waiting.fileName()), look);
                new TablePage(form, file, look.columns(), look.list()).fill(model);
            } catch (Refused refused) {
                model.addAttribute("refused", refused.getMessage());
            }
        }
        return newPage(waiting, model);
    }

    private static String withoutEnding(String fileName) {
        return fileName.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
    }

    @PostMapping("/new")
    String add(
            @RequestParam long scan, @RequestParam Map<String, String> sent, Model model, RedirectAttributes redirect) {
        Actor by = currentActor.get("page");
        Scan waiting = scans.get(scan);
        try {
            TableForm asked = TableForm.of(sent);
            TableFile file = file(waiting);
            TableLook look = file.look(asked.sheetOrNull(), asked.shape());
            TableForm form = asked.withWordsOf(look);
            TablePage page = new TablePage(form, file, look.columns(), look.list());
            page.fill(model);
            TableLayout layout = page.layout();
            if (SAVE.equals(sent.get("action"))) {
                form.mustSayWhatEachWordMeans();
                OwnTable added = tables.add(form.name(), layout, by);
                Flash.done(redirect, "table.saved", added.name());
                return waiting.asksForColumns() ? "redirect:/scans/" + intake.again(scan, by) : "redirect:/tables";
            }
            page.preview(layout, model);
        } catch (Refused refused) {
            model.addAttribute("refused", refused.getMessage());
        }
        return newPage(waiting, model);
    }

    private String newPage(Scan scan, Model model) {
        model.addAttribute("scan", scan);
        model.addAttribute("action", "/tables/new?scan=" + scan.id());
        return page(model);
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Model model) {
        OwnTable table = tables.get(id);
        TablePage page = changing(table, TableForm.of(table));
        page.fill(model);
        page.preview(table.layout(), model);
        return changePage(table, model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable long id, @RequestParam Map<String, String> sent, Model model, RedirectAttributes redirect) {
        OwnTable table = tables.get(id);
        try {
            TablePage page = changing(table, TableForm.of(sent));
            page.fill(model);
            TableForm form = page.form();
            TableLayout layout = page.layout();
            if (SAVE.equals(sent.get("action"))) {
                form.mustSayWhatEachWordMeans();
                tables.change(id, form.version(), form.name(), layout, form.newIdentity(), currentActor.get("page"));
                Flash.done(redirect, "table.saved", form.name());
                return "redirect:/tables";
            }
            page.preview(layout, model);
        } catch (Refused refused) {
            model.addAttribute("refused", refused.getMessage());
        }
        return changePage(table, model);
    }

    /** Beside the last file that was read with it, if there is one. */
    private TablePage changing(OwnTable table, TableForm form) {
        Optional<TableFile> file =
                scans.lastReadAs(table.format().replaceFirst("\\d+$", "")).map(this::file);
        TableForm withWords = file.map(
                        each -> form.withWordsOf(each.look(table.layout().sheet(), form.shape())))
                .orElse(form);
        return new TablePage(
                withWords,
                file.orElse(null),
                table.layout().columns(),
                table.layout().list());
    }

    private String changePage(OwnTable table, Model model) {
        model.addAttribute("table", table);
        model.addAttribute("versions", tables.versions(table.id()));
        model.addAttribute("people", people.all().stream().collect(Collectors.toMap(Person::id, Person::name)));
        model.addAttribute("action", "/tables/" + table.id());
        return page(model);
    }

    @PostMapping("/{id}/delete")
    String delete(@PathVariable long id, RedirectAttributes redirect) {
        try {
            String name = tables.get(id).name();
            tables.delete(id, currentActor.get("page"));
            Flash.done(redirect, "table.deleted", name);
        } catch (Refused refused) {
            Flash.refused(redirect, String.valueOf(refused.getMessage()));
        }
        return "redirect:/tables";
    }

    private TableFile file(Scan scan) {
        return TableFile.of(ScanInput.of(scan.fileName(), () -> files.open(scan.fileDigest())));
    }

    private String page(Model model) {
        model.addAttribute("mayDescribe", mayDescribe());
        return "intake/table-form";
    }

    private boolean mayDescribe() {
        Actor by = currentActor.get("page");
        return by.isIn(Group.ISSM) || by.isIn(Group.CAMUNDA_ADMIN);
    }

    /** The form beside the file that it describes. */
    private record TablePage(
            TableForm form,
            @Nullable TableFile file,
            List<String> columns,
            @Nullable List<String> list) {

        void fill(Model model) {
            TableChoices.fill(model, form, columns);
            if (file != null) {
                model.addAttribute("sheets", file.sheets());
                model.addAttribute(
                        "samples", TableChoices.samples(columns, file.look(form.sheetOrNull(), form.shape())));
            }
        }

        TableLayout layout() {
            return form.layout(
                    columns,
                    list,
                    file == null ? !form.sheet().isEmpty() : file.sheets().size() > 1);
        }

        void preview(TableLayout layout, Model model) {
            if (file != null) {
                model.addAttribute("preview", file.preview(form.sheetOrNull(), layout));
            }
        }
    }
}
