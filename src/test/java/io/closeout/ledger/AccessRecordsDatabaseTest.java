package io.closeout.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.Person;
import io.closeout.access.PersonAdded;
import io.closeout.access.PersonChanged;
import io.closeout.testing.Database;
import io.closeout.testing.Databases;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessRecordsDatabaseTest {

    private static final Actor ADMIN = new Actor("admin", Set.of(Group.CAMUNDA_ADMIN), "page");
    private static final Person INES =
            new Person("ines", "Ines Tran", "ines@example.org", Set.of(Group.REMEDIATOR), true);

    private final Database database = Databases.h2();
    private final Ledger ledger = Ledgers.on(database, Clock.systemUTC());
    private final AccessRecords records = new AccessRecords(ledger);

    @Test
    void recordsWhoWasAddedWithTheirGroups() {
        database.transactions().executeWithoutResult(status -> records.on(new PersonAdded(INES, ADMIN)));

        LedgerEvent event = ledger.of("person:ines").get(0);
        assertThat(event.kind()).isEqualTo("personAdded");
        assertThat(event.actor()).isEqualTo("admin");
        assertThat(event.field("groups").orElseThrow().after()).isEqualTo("remediator");
    }

    @Test
    void recordsOnlyWhatChanged() {
        Person leaver = new Person("ines", "Ines Tran", "ines@example.org", Set.of(Group.REMEDIATOR), false);

        database.transactions().executeWithoutResult(status -> records.on(new PersonChanged(INES, leaver, ADMIN)));

        List<LedgerField> fields = ledger.of("person:ines").get(0).fields();
        assertThat(fields).extracting(LedgerField::name).containsExactly("enabled");
        assertThat(fields).extracting(LedgerField::before).containsExactly("true");
    }
}
