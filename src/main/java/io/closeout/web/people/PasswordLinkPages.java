package io.closeout.web.people;

import io.closeout.access.Passwords;
import io.closeout.shared.Refused;
import io.closeout.web.Flash;
import io.closeout.web.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a one-time link leads: the person chooses a password. Open to whoever holds the link. */
@Controller
@RequestMapping("/password")
class PasswordLinkPages {

    private final Passwords passwords;

    PasswordLinkPages(Passwords passwords) {
        this.passwords = passwords;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "") String token, Model model) {
        model.addAttribute("form", PasswordForm.blank());
        return page(token, model);
    }

    @PostMapping
    String choose(
            @RequestParam String token,
            @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        if (!Forms.accepted(errors, () -> passwords.choose(token, form.chosen()))) {
            return page(token, model);
        }
        Flash.done(redirect, "password.chosen");
        return "redirect:/sign-in";
    }

    private String page(String token, Model model) {
        model.addAttribute(
                "holder",
                passwords
                        .holderOf(token)
                        .orElseThrow(
                                () -> Refused.because(
                                        "This link was used already or is older than a day. Ask an administrator for a new one.")));
        model.addAttribute("token", token);
        return "people/password";
    }
}
