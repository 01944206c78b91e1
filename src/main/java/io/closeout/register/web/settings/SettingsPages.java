package io.closeout.register.web.settings;

import io.closeout.access.CurrentActor;
import io.closeout.access.Organization;
import io.closeout.access.OrganizationSettings;
import io.closeout.access.PolicyCalendar;
import io.closeout.register.Scopes;
import io.closeout.shared.Refused;
import io.closeout.web.Flash;
import io.closeout.web.Forms;
import io.closeout.web.Option;
import io.closeout.web.Panel;
import io.closeout.web.SettingsPanel;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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

/** Company, time zone and system boundaries after the set-up. */
@Controller
@RequestMapping("/settings")
@PreAuthorize("hasAuthority('camunda-admin')")
class SettingsPages {

    private final Organization organization;
    private final OrganizationSettings settings;
    private final Scopes scopes;
    private final CurrentActor currentActor;
    private final List<SettingsPanel> panels;

    SettingsPages(
            Organization organization,
            OrganizationSettings settings,
            Scopes scopes,
            CurrentActor currentActor,
            List<SettingsPanel> panels) {
        this.organization = organization;
        this.settings = settings;
        this.scopes = scopes;
        this.currentActor = currentActor;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(SettingsPanel::order))
                .toList();
    }

    record CompanyForm(
            @Nullable String company,
            @Nullable String zone,
            @Nullable String reason) {}

    record ScopeForm(@Nullable String name, @Nullable String reason) {}

    @ModelAttribute("zones")
    List<Option> zones() {
        return Option.zones();
    }

    @ModelAttribute("scopes")
    List<Scopes.Scope> scopes() {
        return scopes.all();
    }

    @ModelAttribute("panels")
    List<Panel> panels() {
        return panels.stream().map(SettingsPanel::panel).toList();
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute(
                "form", new CompanyForm(organization.name(), organization.zone().getId(), ""));
        return "register/settings";
    }

    @PostMapping
    String change(@ModelAttribute("form") CompanyForm form, BindingResult errors, RedirectAttributes redirect) {
        ZoneId before = organization.zone();
        if (!Forms.accepted(errors, () -> changed(form))) {
            return "register/settings";
        }
        ZoneId after = organization.zone();
        if (after.equals(before)) {
            Flash.done(redirect, "settings.saved");
        } else {
            Flash.done(redirect, "settings.saved.zone", after);
        }
        return "redirect:/settings";
    }

    private boolean changed(CompanyForm form) {
        return settings.change(
                text(form.company()),
                PolicyCalendar.zoneNamed(text(form.zone())),
                reason(form.reason()),
                currentActor.get("page"));
    }

    @PostMapping("/scopes")
    String addScope(ScopeForm form, RedirectAttributes redirect) {
        return done(
                redirect,
                "settings.scope.added",
                form,
                () -> scopes.add(text(form.name()), reason(form.reason()), currentActor.get("page")));
    }

    @PostMapping("/scopes/{id}")
    String renameScope(@PathVariable String id, ScopeForm form, RedirectAttributes redirect) {
        return done(
                redirect,
                "settings.scope.renamed",
                form,
                () -> scopes.rename(id, text(form.name()), reason(form.reason()), currentActor.get("page")));
    }

    private static String done(RedirectAttributes redirect, String words, ScopeForm form, Supplier<?> action) {
        try {
            action.get();
            Flash.done(redirect, words, text(form.name()));
        } catch (Refused refused) {
            Flash.refused(redirect, String.valueOf(refused.getMessage()));
        }
        return "redirect:/settings";
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }

    private static @Nullable String reason(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }
}
