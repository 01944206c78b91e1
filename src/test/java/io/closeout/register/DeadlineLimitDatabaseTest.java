package io.closeout.register;

import static io.closeout.register.Situations.ISSM;
import static io.closeout.register.Situations.OT;
import static io.closeout.register.Situations.aPlan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.ledger.Ledger;
import io.closeout.shared.Refused;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@RegisterTest
@Import(DeadlineLimitDatabaseTest.MovableLimit.class)
class DeadlineLimitDatabaseTest {

    private static final Actor PROGRAM = Actor.system("test");

    @Autowired
    Register register;

    @Autowired
    Situations situations;

    @Autowired
    MovableLimit limit;

    @Autowired
    PolicyCalendar calendar;

    @Autowired
    MilestoneChanges milestoneChanges;

    @Autowired
    Ledger ledger;

    @AfterEach
    void noLimit() {
        limit.now = Optional.empty();
    }

    @Test
    void setsTheDeadlineWhereItIsEarlierThanTheTables() {
        limit.now = Optional.of(new DeadlineLimit.Limit(inDays(3), "Listed as exploited", false));

        PoamItem item = register.get(situations.aNewItem());

        assertThat(item.deadline()).isEqualTo(inDays(3));
        assertThat(item.deadlineSource()).contains("Listed as exploited");
    }

    @Test
    void leavesAnEarlierDeadlineOfTheTablesAlone() {
        limit.now = Optional.of(new DeadlineLimit.Limit(inDays(300), "Far away", false));

        assertThat(register.get(situations.aNewItem()).deadline()).isEqualTo(inDays(30));
    }

    @Nested
    class ThatComesLater {

        @Test
        void shortensTheDeadlineAndTheSignedOffDate() {
            PoamId id = situations.anItemInProgress();
            LocalDate planned = register.get(id).due();
            limit.now = Optional.of(new DeadlineLimit.Limit(inDays(3), "Listed as exploited", false));

            assertThat(register.reassessDeadline(id, "Listed today", PROGRAM)).isTrue();

            PoamItem item = register.get(id);
            assertThat(item.deadline()).isEqualTo(inDays(3));
            assertThat(item.due()).isEqualTo(inDays(3));
            assertThat(item.originalCompletion()).contains(planned);
            assertThat(milestoneChanges.of(id))
                    .extracting(MilestoneChange::kind)
                    .contains(MilestoneChange.Kind.SHORTENED);
            assertThat(ledger.of(id.subject())).last().satisfies(event -> {
                assertThat(event.kind()).isEqualTo("deadlineShortened");
                assertThat(event.reason()).isEqualTo("Listed today");
            });
        }

        @Test
        void neverLengthensADeadline() {
            limit.now = Optional.of(new DeadlineLimit.Limit(inDays(3), "Listed as exploited", false));
            PoamId id = situations.aNewItem();
            limit.now = Optional.empty();

            assertThat(register.reassessDeadline(id, "No longer listed", PROGRAM))
                    .isFalse();
            assertThat(register.get(id).deadline()).isEqualTo(inDays(3));
        }

        @Test
        void leavesAClosedItemAlone() {
            PoamId id = situations.anItemInProgress();
            register.close(id, PROGRAM);
            limit.now = Optional.of(new DeadlineLimit.Limit(inDays(3), "Listed as exploited", false));

            assertThat(register.reassessDeadline(id, "Listed today", PROGRAM)).isFalse();
        }
    }

    @Nested
    class ThatIsAbsolute {

        @Test
        void isNotPlannedPast() {
            PoamId id = situations.triaged(situations.aNewItem());
            limit.now = Optional.of(new DeadlineLimit.Limit(inDays(20), "CMMC closeout", true));

            assertThatThrownBy(() -> register.submitPlan(id, aPlan(inDays(21)), OT))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("CMMC closeout");
        }

        @Test
        void isNotSignedOffPast() {
            PoamId id = situations.aPlannedItem();
            limit.now = Optional.of(new DeadlineLimit.Limit(inDays(2), "CMMC closeout", true));

            assertThatThrownBy(() -> register.signOff(id, new SignOff(true, Group.ISSM, null), ISSM))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("CMMC closeout");
        }

        @Test
        void isNotExtendedPast() {
            PoamId id = situations.anItemInProgress();
            limit.now = Optional.of(new DeadlineLimit.Limit(inDays(20), "CMMC closeout", true));

            assertThatThrownBy(() -> register.extend(id, inDays(21), "Parts are late", ISSM))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("CMMC closeout");
        }
    }

    private LocalDate inDays(int days) {
        return calendar.today().plusDays(days);
    }

    static class MovableLimit implements DeadlineLimit {

        Optional<Limit> now = Optional.empty();

        @Override
        public Optional<Limit> of(DeadlineFacts item) {
            return now;
        }
    }
}
