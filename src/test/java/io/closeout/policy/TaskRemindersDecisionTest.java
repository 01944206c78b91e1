package io.closeout.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.policy.TaskReminders.Audience;
import io.closeout.policy.TaskReminders.Reminder;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskRemindersDecisionTest {

    private static final LocalDate MADE = LocalDate.of(2026, 3, 2);

    private final TaskReminders table = new TaskReminders(new DmnDecisions(new ShippedDecisionModels()));

    @Test
    void urgesTheIssmOnMoreTimeThenTellsLeadership() {
        assertThat(table.of("approveExtension", "UserTask_DecideExtension"))
                .containsExactlyInAnyOrder(
                        new Reminder("taskReminder", 2, 2, Audience.DECIDERS),
                        new Reminder("taskEscalation", 6, 2, Audience.LEADERSHIP));
    }

    @Test
    void urgesLeadershipOnMoreTimeThenTellsTheIssm() {
        assertThat(table.of("approveExtension", "UserTask_LeadershipDecideExtension"))
                .containsExactlyInAnyOrder(
                        new Reminder("taskReminder", 2, 2, Audience.DECIDERS),
                        new Reminder("taskEscalation", 6, 2, Audience.ISSM));
    }

    @Test
    void urgesTheOwnerToCheckInAndTellsTheIssmTheDayAfterItWasMissed() {
        assertThat(table.of("followVendor", "UserTask_CheckInWithVendor"))
                .containsExactlyInAnyOrder(
                        new Reminder("taskReminder", 2, 2, Audience.DECIDERS),
                        new Reminder("taskEscalation", 6, 2, Audience.ISSM));
    }

    @Test
    void urgesTheIssmOnAFalsePositiveThenTellsLeadership() {
        assertThat(table.of("confirmFalsePositive", "UserTask_DecideFalsePositive"))
                .containsExactlyInAnyOrder(
                        new Reminder("taskReminder", 2, 2, Audience.DECIDERS),
                        new Reminder("taskEscalation", 6, 2, Audience.LEADERSHIP));
    }

    @ParameterizedTest
    @CsvSource({
        "UserTask_DecideAcceptance, LEADERSHIP",
        "UserTask_ReviewAcceptance, LEADERSHIP",
        "UserTask_LeadershipDecideAcceptance, ISSM",
        "UserTask_LeadershipReviewAcceptance, ISSM",
    })
    void urgesWhoeverSignsAnAcceptanceThenTellsTheOther(String task, Audience other) {
        assertThat(table.of("acceptRisk", task))
                .containsExactlyInAnyOrder(
                        new Reminder("taskReminder", 2, 2, Audience.DECIDERS),
                        new Reminder("taskEscalation", 6, 2, other));
    }

    @Test
    void urgesTheOwnerToRenewAnAcceptanceThenTellsTheIssm() {
        assertThat(table.of("acceptRisk", "UserTask_RenewAcceptance"))
                .containsExactlyInAnyOrder(
                        new Reminder("taskReminder", 3, 3, Audience.DECIDERS),
                        new Reminder("taskEscalation", 6, 6, Audience.ISSM));
    }

    @Test
    void leavesUnknownTasksAlone() {
        assertThat(table.of("approveExtension2", "UserTask_DecideExtension")).isEmpty();
    }

    @Nested
    class AReminder {

        private final Reminder everyThreeDays = new Reminder("taskReminder", 2, 3, Audience.DECIDERS);

        @Test
        void isNotDueBeforeItsFirstDay() {
            assertThat(everyThreeDays.latest(MADE, MADE.plusDays(1))).isEmpty();
        }

        @Test
        void isDueOnItsFirstDayAndAtEachRepetition() {
            assertThat(everyThreeDays.latest(MADE, MADE.plusDays(2))).contains(MADE.plusDays(2));
            assertThat(everyThreeDays.latest(MADE, MADE.plusDays(4))).contains(MADE.plusDays(2));
            assertThat(everyThreeDays.latest(MADE, MADE.plusDays(5))).contains(MADE.plusDays(5));
        }

        @Test
        void comesOnceWithoutARepetition() {
            assertThat(new Reminder("taskReminder", 2, 0, Audience.ISSM).latest(MADE, MADE.plusDays(90)))
                    .contains(MADE.plusDays(2));
        }
    }
}
