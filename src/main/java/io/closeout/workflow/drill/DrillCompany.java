package io.closeout.workflow.drill;

import io.closeout.access.Group;
import io.closeout.access.NewOrganization;
import io.closeout.access.NewPerson;
import io.closeout.access.SetUp;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The people who are played. They move in through the set-up, as everybody's do. */
@Component
@Profile("drill")
class DrillCompany {

    static final String ENCLAVE = "Halyard CUI enclave";

    private static final NewOrganization COMPANY =
            new NewOrganization("Halyard Precision Parts", ENCLAVE, DrillCalendar.ZONE);

    private static final List<NewPerson> PEOPLE = List.of(
            person("admin", "Lena Okafor", Group.CAMUNDA_ADMIN),
            person("issm", "Mara Lindqvist", Group.ISSM),
            person("leader", "Dana Whitfield", Group.LEADERSHIP),
            person("it", "Ines Tran", Group.REMEDIATOR),
            person("ot", "Oskar Thiel", Group.REMEDIATOR));

    private final SetUp setUp;

    DrillCompany(SetUp setUp) {
        this.setUp = setUp;
    }

    void moveIn() {
        setUp.complete(setUp.issueLink(), COMPANY, PEOPLE, "Drill " + UUID.randomUUID());
    }

    private static NewPerson person(String id, String name, Group group) {
        return new NewPerson(id, name, id + "@halyard.example", Set.of(group));
    }
}
