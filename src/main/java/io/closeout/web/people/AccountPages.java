package io.closeout.web.people;

import io.closeout.access.Actor;
import io.closeout.access.CurrentActor;
import io.closeout.access.Passwords;
import io.closeout.access.Person;
import io.closeout.web.AccountPanel;
import io.closeout.web.Flash;
import io.closeout.web.Forms;
import io.closeout.web.Panel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Everybody's own account. */
@Controller
@RequestMapping("/account")
class AccountPages {

    private final Passwords passwords;
    private final CurrentActor currentActor;
    private final Sessions sessions;
    private final ObjectProvider<AccountPanel> accountPanels;

    AccountPages(
            Passwords passwords,
            CurrentActor currentActor,
            Sessions sessions,
            ObjectProvider<AccountPanel> accountPanels) {
        this.passwords = passwords;
        this.currentActor = currentActor;
        this.sessions = sessions;
        this.accountPanels = accountPanels;
    }

    @ModelAttribute("panels")
    List<Panel> panels() {
        Person viewer = currentActor.person().orElseThrow();
        return accountPanels
                .orderedStream()
                .map(accountPanel -> accountPanel.panel(viewer))
                .toList();
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("form", PasswordForm.blank());
        return "people/account";
    }

    /** All other sessions of the person end; this one begins anew. */
    @PostMapping("/password")
    String changePassword(
            @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        Actor by = currentActor.get("page");
        if (!Forms.accepted(errors, () -> changed(form, by))) {
            return "people/account";
        }
        sessions.begin(currentActor.person().orElseThrow(), request, response);
        Flash.done(redirect, "account.password.changed");
        return "redirect:/account";
    }

    private boolean changed(PasswordForm form, Actor by) {
        passwords.change(PersonForm.text(form.current()), form.chosen(), by);
        return true;
    }
}
