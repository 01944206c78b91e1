package io.closeout.workflow.identity;

import io.closeout.access.Group;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The people that the engine may show and assign to. */
public interface Directory {

    /** Everybody who can sign in, by name. */
    List<Entry> people();

    record Entry(String id, String name, @Nullable String email, Set<Group> groups) {}
}
