package io.closeout.reporting.web;

import io.closeout.register.Scopes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What can be fetched for an assessor, a contracting officer or leadership. */
@Controller
class ReportsPage {

    private final Scopes scopes;

    ReportsPage(Scopes scopes) {
        this.scopes = scopes;
    }

    @GetMapping("/reports")
    String show(Model model) {
        model.addAttribute("scopes", scopes.all());
        return "reporting/reports";
    }
}
