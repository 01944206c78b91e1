package io.closeout.register;

import io.closeout.access.OrganizationSetUp;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The first system boundary comes with the set-up. */
@Component
class FirstScope {

    private final Scopes scopes;

    FirstScope(Scopes scopes) {
        this.scopes = scopes;
    }

    @EventListener
    void on(OrganizationSetUp setUp) {
        scopes.addFirst(setUp.scopeName());
    }
}
