package io.closeout.workflow.web;

import io.closeout.access.CurrentActor;
import io.closeout.access.Group;
import io.closeout.shared.NotFound;
import io.closeout.web.Flash;
import io.closeout.web.Forms;
import io.closeout.workflow.models.ModelId;
import io.closeout.workflow.models.Models;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Processes, tables and forms as they are deployed, and what of them differs from the shipped ones. */
@Controller
@RequestMapping("/models")
@PreAuthorize("hasAnyAuthority('process-analyst', 'camunda-admin', 'issm', 'assessor')")
class ModelPages {

    private final Models models;
    private final ModelViews views;
    private final CurrentActor currentActor;

    ModelPages(Models models, ModelViews views, CurrentActor currentActor) {
        this.models = models;
        this.views = views;
        this.currentActor = currentActor;
    }

    /** @param version the deployed version that the page showed */
    record TakeForm(@Nullable String reason, int version) {}

    @GetMapping
    String list(Model page) {
        page.addAttribute(
                "models",
                models.all().stream()
                        .map(views::line)
                        .collect(Collectors.groupingBy(ModelLine::kind, TreeMap::new, Collectors.toList())));
        return "workflow/models";
    }

    @GetMapping("/{file}")
    String show(@PathVariable String file, Model page) {
        page.addAttribute("form", new TakeForm("", models.get(ModelId.of(file)).version()));
        return shown(file, page);
    }

    @PostMapping("/{file}/shipped")
    String takeShipped(
            @PathVariable String file,
            @ModelAttribute("form") TakeForm form,
            BindingResult errors,
            Model page,
            RedirectAttributes redirect) {
        ModelId id = ModelId.of(file);
        if (!Forms.accepted(errors, () -> take(id, form))) {
            return shown(file, page);
        }
        Flash.done(redirect, "workflow.models.taken", file);
        return "redirect:/models/" + file;
    }

    private boolean take(ModelId id, TakeForm form) {
        models.takeShipped(id, form.version(), form.reason(), currentActor.get("page"));
        return true;
    }

    private String shown(String file, Model page) {
        page.addAttribute("model", views.detail(models.get(ModelId.of(file))));
        page.addAttribute("mayTake", currentActor.get("page").isIn(Group.PROCESS_ANALYST));
        return "workflow/model";
    }

    /** As a file for Camunda Modeler. */
    @GetMapping("/{file}/deployed")
    ResponseEntity<byte[]> deployed(@PathVariable String file) {
        return attachment(file, models.get(ModelId.of(file)).content());
    }

    /** The shipped one, where it differs from the deployed one. */
    @GetMapping("/{file}/shipped")
    ResponseEntity<byte[]> shipped(@PathVariable String file) {
        return attachment(
                "shipped-" + file,
                models.get(ModelId.of(file))
                        .shipped()
                        .orElseThrow(() -> NotFound.of("shipped model that differs from", file)));
    }

    private static ResponseEntity<byte[]> attachment(String name, byte[] content) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .contentType(name.endsWith(".form") ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_XML)
                .body(content);
    }
}
