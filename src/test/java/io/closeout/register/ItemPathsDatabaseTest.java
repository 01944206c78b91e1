package io.closeout.register;

import static io.closeout.register.Situations.ISSM;
import static io.closeout.register.Situations.IT;
import static io.closeout.register.Situations.LEADER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.ledger.Ledger;
import io.closeout.policy.AbsenceRule;
import io.closeout.register.PathDecided.Path;
import io.closeout.shared.Refused;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Items of {@link Situations} are owned by {@code it}. */
@RegisterTest
@RecordApplicationEvents
class ItemPathsDatabaseTest {

    private static final Actor EXPIRY = Actor.system("process");

    @Autowired
    ItemPaths paths;

    @Autowired
    Register register;

    @Autowired
    Situations situations;

    @Autowired
    Ledger ledger;

    @Autowired
    ApplicationEvents events;

    @Nested
    class AnAcceptedRisk {

        @Test
        void keepsPlanAndDatesAndIsNotOpen() {
            PoamId id = situations.anItemInProgress();
            LocalDate due = register.get(id).due();

            paths.accept(id, "Cannot be patched", LEADER);

            PoamItem item = register.get(id);
            assertThat(item.status()).isEqualTo(ItemStatus.RISK_ACCEPTED);
            assertThat(item.status().isOpen()).isFalse();
            assertThat(item.hasEnded()).isFalse();
            assertThat(item.due()).isEqualTo(due);
            assertThat(events.stream(PathDecided.class)).containsExactly(new PathDecided(id, Path.ACCEPTED));
            assertThat(events.stream(ItemDatesMoved.class)).contains(new ItemDatesMoved(id));
            assertThat(lastKind(id)).isEqualTo("riskAccepted");
        }

        @Test
        void goesOnWithThePlanThatWasSignedOff() {
            PoamId id = accepted(situations.anItemInProgress());

            paths.endAcceptance(id, "Expired", EXPIRY);

            assertThat(register.get(id).status()).isEqualTo(ItemStatus.IN_PROGRESS);
            assertThat(register.get(id).planStands()).isTrue();
            assertThat(events.stream(PathDecided.class)).endsWith(new PathDecided(id, Path.WORK_GOES_ON));
        }

        @Test
        void withoutASignedOffPlanIsPlanned() {
            PoamId id = accepted(situations.aPlannedItem());

            paths.endAcceptance(id, "Expired", EXPIRY);

            assertThat(register.get(id).status()).isEqualTo(ItemStatus.NEW);
            assertThat(register.get(id).stage()).isEqualTo(Stage.PLAN);
            assertThat(register.get(id).proposedCompletion()).isEmpty();
        }

        @Test
        void isVerifiedWhenAScanProvesItGone() {
            PoamId id = accepted(situations.anItemInProgress());

            register.absenceProved(id, "A scan", Actor.system("import"));
            register.close(id, EXPIRY);

            assertThat(events.stream(AbsenceProved.class))
                    .containsExactly(new AbsenceProved(id, AbsenceRule.Outcome.CLOSE));
            assertThat(register.get(id).closedHow()).contains(ClosedHow.VERIFIED_BY_RESCAN);
        }

        @Test
        void isAcceptedOnce() {
            PoamId id = accepted(situations.anItemInProgress());

            assertThatThrownBy(() -> paths.accept(id, "Again", LEADER))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("Risk accepted");
        }

        @Test
        void isNotAcceptedByItsOwnerNorByWhoDoesNotDecide() {
            PoamId id = situations.anItemInProgress();
            Actor owner = new Actor("it", Set.of(Group.LEADERSHIP), "page");

            assertThatThrownBy(() -> paths.accept(id, "Mine", owner)).hasMessageContaining("You own this item");
            assertThatThrownBy(() -> paths.accept(id, "Please", IT)).isInstanceOf(Refused.class);
        }

        private PoamId accepted(PoamId id) {
            paths.accept(id, "Cannot be patched", LEADER);
            return id;
        }
    }

    @Nested
    class AFalsePositive {

        @Test
        void endsTheItem() {
            PoamId id = situations.aNewItem();

            paths.endAsFalsePositive(id, "Back-ported fix", ISSM);

            PoamItem item = register.get(id);
            assertThat(item.status()).isEqualTo(ItemStatus.FALSE_POSITIVE);
            assertThat(item.hasEnded()).isTrue();
            assertThat(item.closedBy()).contains("issm");
            assertThat(events.stream(PathDecided.class)).containsExactly(new PathDecided(id, Path.FALSE_POSITIVE));
        }

        @Test
        void isNotSaidOfAnItemThatHasEnded() {
            PoamId id = situations.aClosedItem();

            assertThatThrownBy(() -> paths.endAsFalsePositive(id, "Late", ISSM))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("closed already");
        }
    }

    private String lastKind(PoamId id) {
        var events = ledger.of(id.subject());
        return events.get(events.size() - 1).kind();
    }
}
