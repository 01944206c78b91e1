package io.closeout.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.closeout.access.People;
import io.closeout.access.SignedIn;
import java.time.Instant;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Puts a sample person behind a request. */
public class SignedInAs {

    private final People people;

    SignedInAs(People people) {
        this.people = people;
    }

    public RequestPostProcessor person(String id) {
        return user(new SignedIn(people.get(id), Instant.now()));
    }
}
