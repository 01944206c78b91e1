package io.closeout.web.people;

import io.closeout.access.Person;
import io.closeout.access.SetUp;
import io.closeout.shared.Refused;
import io.closeout.web.Forms;
import io.closeout.web.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first set-up, for whoever holds the link from the console. Nobody is signed in by it. */
@Controller
@RequestMapping("/set-up")
class SetUpPages {

    private final SetUp setUp;

    SetUpPages(SetUp setUp) {
        this.setUp = setUp;
    }

    @ModelAttribute("groups")
    List<Option> groups() {
        return Option.groups();
    }

    @ModelAttribute("zones")
    List<Option> zones() {
        return Option.zones();
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "") String token, Model model) {
        mustBeOpenTo(token);
        model.addAttribute("token", token);
        model.addAttribute("form", SetUpForm.blank());
        return "people/set-up";
    }

    /** Answers the page itself: the links for the others are shown this once. */
    @PostMapping
    String complete(
            @RequestParam String token, @ModelAttribute("form") SetUpForm form, BindingResult errors, Model model) {
        mustBeOpenTo(token);
        Map<Person, String> links = new LinkedHashMap<>();
        if (!Forms.accepted(errors, () -> complete(token, form, links))) {
            model.addAttribute("token", token);
            return "people/set-up";
        }
        model.addAttribute("links", links);
        return "people/set-up-done";
    }

    private boolean complete(String token, SetUpForm form, Map<Person, String> links) {
        setUp.complete(token, form.organization(), form.team(), form.chosenPassword())
                .forEach((person, secret) -> links.put(person, OneTimeAddress.forPassword(secret)));
        return true;
    }

    private void mustBeOpenTo(String token) {
        if (!setUp.isOpenTo(token)) {
            throw Refused.because("This link is used up, replaced by a newer one or older than a day. If Closeout is "
                    + "not set up yet, start it again: the console shows a new link.");
        }
    }
}
