package io.closeout.access;

import java.util.Set;

/** People and proofs that several tests need. */
public final class AccessFixtures {

    public static final String GOOD_PASSWORD = "wet paper umbrella 7";

    private AccessFixtures() {}

    public static Actor anAdministrator() {
        return new Actor("admin", Set.of(Group.CAMUNDA_ADMIN), "test");
    }

    public static NewPerson aNewcomer(String id, Group... groups) {
        return new NewPerson(id, "Robin Farrow", id + "@halyard.example", Set.of(groups));
    }
}
