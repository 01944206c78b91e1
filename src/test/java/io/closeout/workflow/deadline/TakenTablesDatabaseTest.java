package io.closeout.workflow.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.testing.Database;
import io.closeout.testing.Databases;
import java.time.Clock;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

class TakenTablesDatabaseTest {

    @Nested
    class OnH2 extends Rules {
        OnH2() {
            super(Databases.h2());
        }
    }

    @Nested
    class OnPostgres extends Rules {
        OnPostgres() {
            super(Databases.postgres());
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Rules {

        private final TakenTables taken;

        Rules(Database database) {
            taken = new TakenTables(database.jdbc(), Clock.systemUTC());
        }

        @Test
        void aTableThatWasNeverTakenHasNoVersion() {
            assertThat(taken.version("never")).isEmpty();
        }

        @Test
        void theVersionTakenLastIsRemembered() {
            assertThat(taken.take("days", 1)).isTrue();
            assertThat(taken.take("days", 2)).isTrue();
            assertThat(taken.take("others", 1)).isTrue();

            assertThat(taken.version("days")).contains(2);
        }

        @Test
        void whoTakesTheSameVersionAgainIsTold() {
            taken.take("twice", 3);

            assertThat(taken.take("twice", 3)).isFalse();
        }
    }
}
