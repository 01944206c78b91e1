package io.closeout.workflow;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Who acts in the engine: pages and the API lend their person to it, steps ask who it is. */
@Component
public class Acting {

    private final IdentityService identity;
    private final ThreadLocal<@Nullable Actor> lent = new ThreadLocal<>();

    Acting(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    /** Runs engine calls as this person, with the engine's checks. Nesting gives the outer person back afterwards. */
    public <T> T as(Actor by, Supplier<T> work) {
        Authentication before = identity.getCurrentAuthentication();
        Actor lentBefore = lent.get();
        try {
            lent.set(by);
            identity.setAuthentication(
                    by.id(), by.groups().stream().map(Group::id).toList());
            return work.get();
        } finally {
            lent.set(lentBefore);
            restore(before);
        }
    }

    public void as(Actor by, Runnable work) {
        as(by, () -> {
            work.run();
            return by;
        });
    }

    /** Runs engine calls as the program's own doing, without the acting person's limits; steps still see the person. */
    public <T> T asEngine(Supplier<T> work) {
        Authentication before = identity.getCurrentAuthentication();
        Actor lentBefore = lent.get();
        if (lentBefore == null && before != null) {
            lent.set(person(before));
        }
        try {
            identity.clearAuthentication();
            return work.get();
        } finally {
            lent.set(lentBefore);
            restore(before);
        }
    }

    /** For steps: the person who acts, or the program itself when a timer or a worker does. */
    public Actor current(String machine) {
        Actor actor = lent.get();
        if (actor != null) {
            return actor;
        }
        Authentication authentication = identity.getCurrentAuthentication();
        return authentication == null ? Actor.system(machine) : person(authentication);
    }

    private static Actor person(Authentication authentication) {
        List<String> ids = Optional.ofNullable(authentication.getGroupIds()).orElse(List.of());
        Set<Group> groups =
                ids.stream().map(Group::withId).flatMap(Optional::stream).collect(Collectors.toSet());
        return new Actor(authentication.getUserId(), groups, via());
    }

    private static String via() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                        && attributes.getRequest().getRequestURI().startsWith("/engine-rest")
                ? "engine-rest"
                : "tasklist";
    }

    private void restore(@Nullable Authentication before) {
        if (before == null) {
            identity.clearAuthentication();
        } else {
            identity.setAuthentication(before.getUserId(), before.getGroupIds(), before.getTenantIds());
        }
    }
}
