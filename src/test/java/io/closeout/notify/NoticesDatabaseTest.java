package io.closeout.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.access.Group;
import io.closeout.access.Person;
import io.closeout.policy.NoticeFacts.Told;
import io.closeout.testing.Database;
import io.closeout.testing.Databases;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

class NoticesDatabaseTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final Person MARA = new Person("mara", "Mara Lindqvist", null, Set.of(Group.ISSM), true);
    private static final Person INES = new Person("ines", "Ines Tran", null, Set.of(Group.REMEDIATOR), true);

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

        private final Notices notices;

        Rules(Database database) {
            notices = database.transactional(
                    new Notices(database.jdbc(), Clock.systemUTC(), MailFixtures.closedOutbox(database)));
        }

        @Test
        void tellsTheSameOnlyOnce() {
            assertThat(notices.tell("item:POA-2026-001", "overdue", DAY, "mara", "late"))
                    .isTrue();
            assertThat(notices.tell("item:POA-2026-001", "overdue", DAY, "mara", "late"))
                    .isFalse();

            assertThat(notices.told("item:POA-2026-001")).containsExactly(new Told("overdue", DAY));
        }

        @Test
        void tellsTheSameKindAgainOnAnotherDay() {
            notices.tell("item:POA-2026-002", "overdue", DAY, "mara", "late");

            assertThat(notices.tell("item:POA-2026-002", "overdue", DAY.plusDays(7), "mara", "late"))
                    .isTrue();
        }

        @Test
        void keepsALongTextShortened() {
            notices.tell("item:POA-2026-004", "overdue", DAY, "noor", "x".repeat(1200));
            Person noor = new Person("noor", "Noor Haddad", null, Set.of(), true);
            assertThat(notices.recentFor(noor, 5))
                    .singleElement()
                    .satisfies(told -> assertThat(told.text()).hasSize(1000).endsWith("x…"));
        }

        @Test
        void showsAPersonWhatTheyOrTheirGroupsWereTold() {
            notices.tell("item:POA-2026-003", "reminder", DAY, "ines", "to Ines");
            notices.tell("item:POA-2026-003", "escalation", DAY, "issm", "to the ISSM");

            assertThat(notices.recentFor(MARA, 50))
                    .extracting(Notices.Notice::text)
                    .contains("to the ISSM")
                    .doesNotContain("to Ines");
            assertThat(notices.recentFor(INES, 50))
                    .extracting(Notices.Notice::text)
                    .contains("to Ines")
                    .doesNotContain("to the ISSM");
        }
    }
}
