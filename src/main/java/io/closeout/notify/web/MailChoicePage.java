package io.closeout.notify.web;

import io.closeout.access.CurrentActor;
import io.closeout.notify.mail.MailChoices;
import io.closeout.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes what people chose on the page of their account. */
@Controller
class MailChoicePage {

    private final MailChoices choices;
    private final CurrentActor currentActor;

    MailChoicePage(MailChoices choices, CurrentActor currentActor) {
        this.choices = choices;
        this.currentActor = currentActor;
    }

    @PostMapping("/account/mail")
    String choose(@RequestParam boolean wanted, RedirectAttributes redirect) {
        choices.choose(wanted, currentActor.get("page"));
        Flash.done(redirect, wanted ? "mail.choice.saved.on" : "mail.choice.saved.off");
        return "redirect:/account";
    }
}
