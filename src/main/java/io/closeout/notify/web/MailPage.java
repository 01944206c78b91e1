package io.closeout.notify.web;

import io.closeout.access.CurrentActor;
import io.closeout.notify.mail.MailDesk;
import io.closeout.shared.Refused;
import io.closeout.web.Flash;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How mail fares, for the administrator. */
@Controller
@RequestMapping("/settings/mail")
@PreAuthorize("hasAuthority('camunda-admin')")
class MailPage {

    private final MailDesk desk;
    private final CurrentActor currentActor;

    MailPage(MailDesk desk, CurrentActor currentActor) {
        this.desk = desk;
        this.currentActor = currentActor;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("report", desk.report(currentActor.get("page")));
        return "notify/mail";
    }

    @PostMapping("/test")
    String test(RedirectAttributes redirect) {
        try {
            Flash.done(redirect, "mail.settings.tested", desk.sendTest(currentActor.get("page")));
        } catch (Refused refused) {
            Flash.refused(redirect, String.valueOf(refused.getMessage()));
        }
        return "redirect:/settings/mail";
    }

    @PostMapping("/{delivery}/again")
    String sendAgain(@PathVariable long delivery, RedirectAttributes redirect) {
        return settled(redirect, "mail.settings.again.done", () -> desk.sendAgain(delivery, currentActor.get("page")));
    }

    @PostMapping("/{delivery}/aside")
    String setAside(@PathVariable long delivery, RedirectAttributes redirect) {
        return settled(redirect, "mail.settings.aside.done", () -> desk.setAside(delivery, currentActor.get("page")));
    }

    private static String settled(RedirectAttributes redirect, String words, Runnable action) {
        try {
            action.run();
            Flash.done(redirect, words);
        } catch (Refused refused) {
            Flash.refused(redirect, String.valueOf(refused.getMessage()));
        }
        return "redirect:/settings/mail";
    }
}
