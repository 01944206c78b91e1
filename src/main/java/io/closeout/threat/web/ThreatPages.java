package io.closeout.threat.web;

import io.closeout.access.CurrentActor;
import io.closeout.access.Group;
import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.threat.FeedStates;
import io.closeout.threat.Release;
import io.closeout.threat.Taken;
import io.closeout.threat.ThreatFeeds;
import io.closeout.web.Flash;
import io.closeout.web.Forms;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is known of attacks, and the way to bring in more. */
@Controller
@RequestMapping("/threats")
class ThreatPages {

    private static final int LATEST = 20;

    private final ThreatFeeds feeds;
    private final FeedStates states;
    private final People people;
    private final CurrentActor currentActor;

    ThreatPages(ThreatFeeds feeds, FeedStates states, People people, CurrentActor currentActor) {
        this.feeds = feeds;
        this.states = states;
        this.people = people;
        this.currentActor = currentActor;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("form", new FeedForm(null));
        return page(model);
    }

    @PostMapping
    String take(@ModelAttribute("form") FeedForm form, BindingResult errors, Model model, RedirectAttributes redirect) {
        Taken[] taken = new Taken[1];
        if (!Forms.accepted(errors, () -> taken[0] = form.handTo(feeds, currentActor.get("page")))) {
            return page(model);
        }
        tell(taken[0], redirect);
        return "redirect:/threats";
    }

    private static void tell(Taken taken, RedirectAttributes redirect) {
        Release release = taken.release();
        if (taken.known()) {
            Flash.done(redirect, "threats.known", release.title());
        } else {
            Flash.done(
                    redirect,
                    "threats.taken",
                    release.title(),
                    release.entries(),
                    release.changed(),
                    Objects.requireNonNullElse(release.reassessed(), 0),
                    Objects.requireNonNullElse(release.shortened(), 0));
        }
    }

    private String page(Model model) {
        model.addAttribute("states", states.all());
        model.addAttribute("releases", states.latest(LATEST));
        model.addAttribute("people", people.all().stream().collect(Collectors.toMap(Person::id, Person::name)));
        model.addAttribute(
                "mayTake",
                currentActor
                        .person()
                        .filter(person -> person.isIn(Group.ISSM, Group.CAMUNDA_ADMIN))
                        .isPresent());
        return "threat/threats";
    }
}
