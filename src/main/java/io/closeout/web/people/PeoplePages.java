package io.closeout.web.people;

import io.closeout.access.CurrentActor;
import io.closeout.access.Passwords;
import io.closeout.access.People;
import io.closeout.web.Flash;
import io.closeout.web.Forms;
import io.closeout.web.Option;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
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

/** Who has an account: the administrator's pages. */
@Controller
@RequestMapping("/people")
@PreAuthorize("hasAuthority('camunda-admin')")
class PeoplePages {

    private final People people;
    private final Passwords passwords;
    private final CurrentActor currentActor;

    PeoplePages(People people, Passwords passwords, CurrentActor currentActor) {
        this.people = people;
        this.passwords = passwords;
        this.currentActor = currentActor;
    }

    @ModelAttribute("groups")
    List<Option> groups() {
        return Option.groups();
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("accounts", people.accounts());
        return "people/list";
    }

    @GetMapping("/new")
    String addForm(Model model) {
        model.addAttribute("form", PersonForm.blank());
        return "people/add";
    }

    @PostMapping
    String add(@ModelAttribute("form") PersonForm form, BindingResult errors, RedirectAttributes redirect) {
        if (!Forms.accepted(errors, () -> people.add(form.person(), currentActor.get("page")))) {
            return "people/add";
        }
        Flash.done(redirect, "people.added", form.person().name());
        return "redirect:/people/" + form.person().id();
    }

    @GetMapping("/{id}")
    String edit(@PathVariable String id, Model model) {
        model.addAttribute("account", people.account(id));
        model.addAttribute("form", PersonForm.of(people.get(id)));
        return "people/edit";
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable String id,
            @ModelAttribute("form") PersonForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        String name = PersonForm.text(form.name());
        if (!Forms.accepted(
                errors, () -> people.change(id, name, form.email(), form.chosen(), currentActor.get("page")))) {
            model.addAttribute("account", people.account(id));
            return "people/edit";
        }
        Flash.done(redirect, "people.changed", name);
        return "redirect:/people";
    }

    @PostMapping("/{id}/enabled")
    String setEnabled(@PathVariable String id, @RequestParam boolean enabled, RedirectAttributes redirect) {
        String name = people.setEnabled(id, enabled, currentActor.get("page")).name();
        Flash.done(redirect, enabled ? "people.enabled" : "people.disabled", name);
        return "redirect:/people";
    }

    /** Answers the page itself: the link is shown this once and stands in no address. */
    @PostMapping("/{id}/password-link")
    String passwordLink(@PathVariable String id, Model model) {
        String secret = passwords.issueLink(id, currentActor.get("page"));
        model.addAttribute("person", people.get(id));
        model.addAttribute("link", OneTimeAddress.forPassword(secret));
        return "people/password-link";
    }
}
