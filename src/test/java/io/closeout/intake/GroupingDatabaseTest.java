package io.closeout.intake;

import io.closeout.testing.Databases;
import org.junit.jupiter.api.Nested;

/** What the table of groups and proposals to join items make of imports, on both databases. */
class GroupingDatabaseTest {

    @Nested
    class OnH2 extends GroupingRules {
        OnH2() {
            super(H2.LAB);
        }
    }

    @Nested
    class OnPostgres extends GroupingRules {
        OnPostgres() {
            super(Postgres.LAB);
        }
    }

    @Nested
    class JoinsOnH2 extends JoinRules {
        JoinsOnH2() {
            super(H2.LAB);
        }
    }

    @Nested
    class JoinsOnPostgres extends JoinRules {
        JoinsOnPostgres() {
            super(Postgres.LAB);
        }
    }

    private static final class H2 {
        static final ImportLab LAB = new ImportLab(Databases.h2(), GroupingTable.class);
    }

    private static final class Postgres {
        static final ImportLab LAB = new ImportLab(Databases.postgres(), GroupingTable.class);
    }
}
