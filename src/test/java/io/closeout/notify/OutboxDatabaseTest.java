package io.closeout.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.testing.Database;
import io.closeout.testing.Databases;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.transaction.IllegalTransactionStateException;

class OutboxDatabaseTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

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

        private final Database database;
        private final Outbox open;
        private final Outbox closed;

        Rules(Database database) {
            this.database = database;
            open = MailFixtures.openOutbox(database);
            closed = MailFixtures.closedOutbox(database);
        }

        @BeforeEach
        void nothingIsPutIn() {
            database.jdbc().sql("delete from mail_word").update();
        }

        @Test
        void keepsTheSameWordOnce() {
            put(open, word("task:1"));
            put(open, word("task:1"));

            assertThat(words()).isEqualTo(1);
        }

        @Test
        void keepsNothingOfWhatDidNotHappen() {
            database.transactions().executeWithoutResult(tx -> {
                open.put(word("task:2"));
                tx.setRollbackOnly();
            });

            assertThat(words()).isZero();
        }

        @Test
        void isPutInWithWhatItTellsOrNotAtAll() {
            assertThatThrownBy(() -> open.put(word("task:3"))).isInstanceOf(IllegalTransactionStateException.class);
        }

        @Test
        void keepsNothingWhileMailIsOffSoThatNobodyHearsOfThePastLater() {
            put(closed, word("task:4"));
            Notices notices = database.transactional(new Notices(database.jdbc(), Clock.systemUTC(), closed));
            notices.tell("item:POA-2026-001", "overdue", DAY, "mara", "late");

            assertThat(notices.told("item:POA-2026-001")).hasSize(1);
            assertThat(words()).isZero();
        }

        @Test
        void takesNoticesWhileMailIsOnAndEachOnce() {
            Notices notices = database.transactional(new Notices(database.jdbc(), Clock.systemUTC(), open));
            notices.tell("item:POA-2026-002", "overdue", DAY, "mara", "late");
            notices.tell("item:POA-2026-002", "overdue", DAY, "mara", "late");

            assertThat(database.jdbc()
                            .sql("select audience || ' ' || item_id from mail_word")
                            .query(String.class)
                            .list())
                    .containsExactly("person:mara POA-2026-002");
        }

        private void put(Outbox outbox, Word word) {
            database.transactions().executeWithoutResult(tx -> outbox.put(word));
        }

        private int words() {
            return database.jdbc()
                    .sql("select count(*) from mail_word")
                    .query(Integer.class)
                    .single();
        }

        private static Word word(String subject) {
            return new Word(subject, "taskAssigned", DAY, Audience.person("mara"), null, null, "Plan remediation");
        }
    }

    @Nested
    class TheSwitch {

        @Test
        void refusesAServerWithoutAnAddressThatMailComesFrom() {
            MailSettings nobody = new MailSettings(null, LocalTime.of(8, 30), Duration.ofSeconds(30), true);

            assertThatThrownBy(() -> new MailSwitch("mail.halyard.example", nobody))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closeout.mail.from");
            assertThat(new MailSwitch("", nobody).isOn()).isFalse();
        }
    }
}
