package io.closeout.access;

import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who acts in this request. For the edges only: services are told by their last parameter. */
@Component
public class CurrentActor {

    /**
     * @param via the edge that asks: {@code page}, {@code api}, {@code tasklist}, {@code engine-rest}
     * @throws AccessDeniedException if nobody is signed in
     */
    public Actor get(String via) {
        return person().map(person -> person.through(via))
                .orElseThrow(() -> new AccessDeniedException("Nobody is signed in"));
    }

    public Optional<Person> person() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(SignedIn.class::isInstance)
                .map(SignedIn.class::cast)
                .map(SignedIn::person);
    }
}
