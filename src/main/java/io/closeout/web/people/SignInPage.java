package io.closeout.web.people;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form only; the pages' security chain takes what it posts. */
@Controller
class SignInPage {

    @GetMapping("/sign-in")
    String show(
            @RequestParam(required = false) @Nullable String refused,
            @RequestParam(required = false) @Nullable String out,
            Model model) {
        model.addAttribute("refused", refused != null);
        model.addAttribute("out", out != null);
        return "people/sign-in";
    }
}
