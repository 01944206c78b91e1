package io.closeout.web.people;

import io.closeout.access.Person;
import io.closeout.access.SamplePeople;
import io.closeout.shared.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The demo's shortcut from one sample person to another. */
@Controller
@Profile("demo")
class DemoSwitch {

    private final SamplePeople samplePeople;
    private final Sessions sessions;

    DemoSwitch(SamplePeople samplePeople, Sessions sessions) {
        this.samplePeople = samplePeople;
        this.sessions = sessions;
    }

    @PostMapping("/demo/person")
    String switchTo(@RequestParam String id, HttpServletRequest request, HttpServletResponse response) {
        Person person = samplePeople.all().stream()
                .filter(sample -> sample.id().equals(id))
                .findFirst()
                .orElseThrow(() -> NotFound.of("sample person", id));
        sessions.begin(person, request, response);
        return "redirect:/";
    }
}
