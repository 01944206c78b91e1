package io.closeout.register;

import static io.closeout.register.Situations.IT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.closeout.access.Actor;
import io.closeout.ledger.Ledger;
import io.closeout.register.DeadlineLimitDatabaseTest.MovableLimit;
import io.closeout.shared.PageRequest;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** High items: the table gives 30 days from detection. */
@RegisterTest
@Import(MovableLimit.class)
class VendorWaitsDatabaseTest {

    @Autowired
    VendorWaits waits;

    @Autowired
    Register register;

    @Autowired
    ItemPaths paths;

    @Autowired
    ItemSearch search;

    @Autowired
    Situations situations;

    @Autowired
    MilestoneChanges milestoneChanges;

    @Autowired
    MovableLimit limit;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void noLimit() {
        limit.now = Optional.empty();
    }

    @Nested
    class AnItemPastItsDate {

        private PoamId id = new PoamId("POA-2000-001");

        @BeforeEach
        void thatIsLate() {
            id = aLateItem();
        }

        @Test
        void isOverdueWhileNobodyWaits() {
            assertOverdue(id, true);
        }

        @Test
        void isNotOverdueUpToTheLastDayOfTheCheckIn() {
            waits.await(id, today(), "Asked", IT);

            assertOverdue(id, false);
            assertThat(register.get(id).inTimeUntil()).isEqualTo(today());
            assertThat(register.get(id).due()).isBefore(today());
        }

        @Test
        void isOverdueAgainTheDayAfter() {
            waits.await(id, today().minusDays(1), "Asked long ago", IT);
            assertOverdue(id, true);
        }

        @Test
        void isOverdueAgainOnceNobodyWaitsAnyMore() {
            waits.await(id, today().plusDays(9), "Asked", IT);
            waits.end(id, "No fix will come", IT);
            assertOverdue(id, true);
        }

        @Test
        void waitsNoMoreOnceItsRiskIsAccepted() {
            waits.await(id, today().plusDays(9), "Asked", IT);
            paths.accept(id, "Segmented", Situations.ISSM);
            assertThat(register.get(id).vendorWaitUntil()).isEmpty();
        }
    }

    @Test
    void aDueDateBeyondTheCheckInStands() {
        PoamId id = situations.anItemInProgress();
        waits.await(id, inDays(3), "Asked", IT);
        assertThat(register.get(id).inTimeUntil()).isEqualTo(inDays(10));
    }

    @Test
    void aClosedItemWaitsForNobody() {
        PoamId id = situations.aClosedItem();
        assertThatThrownBy(() -> waits.await(id, today(), "Asked", IT)).isInstanceOf(Refused.class);
    }

    @Nested
    class ARelease {

        @Test
        void startsANewClockFromItsDayAndKeepsTheOriginalDates() {
            PoamId id = waiting();
            LocalDate first = register.get(id).originalCompletion().orElseThrow();

            waits.released(id, inDays(-2), "Firmware 4.2 is out", IT);

            PoamItem item = register.get(id);
            assertThat(item.deadline()).isEqualTo(inDays(28));
            assertThat(item.deadlineSource().orElseThrow()).contains("counted from the vendor's release on");
            assertThat(item.plannedCompletion()).contains(inDays(28));
            assertThat(item.originalCompletion()).contains(first);
            assertThat(item.vendorWaitUntil()).isEmpty();
            assertThat(item.milestones())
                    .extracting(Milestone::due, Milestone::originalDue)
                    .containsExactly(tuple(inDays(8), inDays(8)), tuple(inDays(28), inDays(10)));
            assertThat(milestoneChanges.of(id)).last().satisfies(change -> {
                assertThat(change.kind()).isEqualTo(MilestoneChange.Kind.RELEASED);
                assertThat(change.description())
                        .isEqualTo("planned completion %s instead of %s: the vendor released on %s"
                                .formatted(inDays(28), inDays(10), inDays(-2)));
            });
            assertThat(ledger.of(id.subject())).last().satisfies(event -> {
                assertThat(event.kind()).isEqualTo("vendorReleased");
                assertThat(event.reason()).isEqualTo("Firmware 4.2 is out");
            });
        }

        @Test
        void shortensAPlanThatReachesFurther() {
            PoamId id = situations.signedOff(situations.planned(situations.aNewItem(), inDays(200)));
            waits.await(id, inDays(9), "Asked", IT);

            waits.released(id, today(), "It is out", IT);

            assertThat(register.get(id).milestones())
                    .extracting(Milestone::due)
                    .containsExactly(inDays(30), inDays(30));
            assertThat(milestoneChanges.of(id))
                    .extracting(MilestoneChange::number, MilestoneChange::kind)
                    .containsExactly(tuple(1, MilestoneChange.Kind.RELEASED), tuple(2, MilestoneChange.Kind.RELEASED));
        }

        @Test
        void gainsNoTimeFromBeforeTheDetection() {
            PoamId id = waiting();
            waits.released(id, inDays(-300), "It was out all the time", IT);
            assertThat(register.get(id).deadline()).isEqualTo(inDays(10));
        }

        @Test
        void leavesOtherLimitsStanding() {
            PoamId id = waiting();
            limit.now = Optional.of(new DeadlineLimit.Limit(inDays(12), "CMMC closeout", true));

            waits.released(id, today(), "It is out", IT);

            assertThat(register.get(id).deadline()).isEqualTo(inDays(12));
            assertThat(register.get(id).deadlineSource()).contains("CMMC closeout");
        }

        @Test
        void isNotForgottenWhenTheDeadlineIsAssessedAgain() {
            PoamId id = aLateItem();
            waits.released(id, today(), "It is out", IT);

            assertThat(register.reassessDeadline(id, "The table changed", Actor.system("test")))
                    .isFalse();
            assertThat(register.get(id).deadline()).isEqualTo(inDays(30));
        }

        /** Detected twenty days ago. */
        private PoamId waiting() {
            PoamId id = situations.found("Vendor weakness", Severity.HIGH, inDays(-20), "Shop-PC07");
            situations.signedOff(situations.planned(id, inDays(10)));
            waits.await(id, inDays(30), "Asked", IT);
            return id;
        }
    }

    /** Signed off long ago; nobody may plan into the past, so its dates are moved there. */
    private PoamId aLateItem() {
        PoamId id = situations.found("Vendor weakness", Severity.HIGH, inDays(-60), "Shop-PC07");
        situations.signedOff(situations.planned(id, inDays(10)));
        jdbc.sql("update poam_item set planned_completion = :then, deadline = :then where id = :id")
                .param("then", inDays(-5))
                .param("id", id.text())
                .update();
        return id;
    }

    private void assertOverdue(PoamId id, boolean expected) {
        assertThat(register.get(id).isOverdue(today())).isEqualTo(expected);
        assertThat(search.find(ItemFilter.OVERDUE, new PageRequest(0, PageRequest.LARGEST, ""))
                        .items())
                .extracting(ItemSummary::id)
                .satisfies(found -> assertThat(found.contains(id.text())).isEqualTo(expected));
    }

    private LocalDate today() {
        return situations.today();
    }

    private LocalDate inDays(int days) {
        return today().plusDays(days);
    }
}
