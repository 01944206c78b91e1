package io.closeout.register;

import static io.closeout.register.Situations.ISSM;
import static io.closeout.register.Situations.IT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.closeout.access.Group;
import io.closeout.register.Plan.PlannedMilestone;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import io.closeout.testing.Database;
import io.closeout.testing.Databases;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The plan of {@link Situations#aPlan} has "Test the update on one machine" and "Roll out to all machines". */
class MilestoneChangesDatabaseTest {

    @Nested
    @RegisterTest
    class OnH2 extends Rules {}

    @Nested
    @RegisterTest
    class OnPostgres extends Rules {

        private static final Database DATABASE = Databases.postgres();

        @DynamicPropertySource
        static void isMigratedAlready(DynamicPropertyRegistry properties) {
            properties.add("spring.datasource.url", DATABASE::url);
            properties.add("spring.datasource.username", DATABASE::user);
            properties.add("spring.flyway.enabled", () -> false);
        }
    }

    abstract static class Rules {

        private static final String TEST = "Test the update on one machine";
        private static final String ROLL_OUT = "Roll out to all machines";

        @Autowired
        Register register;

        @Autowired
        MilestoneChanges changes;

        @Autowired
        Situations situations;

        @Autowired
        JdbcClient jdbc;

        @Test
        void areNoneForTheFirstPlan() {
            assertThat(changes.of(situations.anItemInProgress())).isEmpty();
        }

        @Test
        void noteWhatAReportedFixCompletes() {
            PoamId id = situations.withEvidence(situations.anItemInProgress());
            LocalDate yesterday = situations.today().minusDays(1);

            register.reportFixed(id, new FixReport("Update installed", yesterday, Set.of(2, 1)), IT);

            assertThat(changes.of(id))
                    .containsExactly(
                            new MilestoneChange(
                                    1,
                                    MilestoneChange.Kind.COMPLETED,
                                    situations.today(),
                                    "it",
                                    "completed on " + yesterday),
                            new MilestoneChange(
                                    2,
                                    MilestoneChange.Kind.COMPLETED,
                                    situations.today(),
                                    "it",
                                    "completed on " + yesterday));
        }

        @Test
        void noteWhatAPlanChangesAfterARefusedSignOff() {
            PoamId id = aRefusedItem();

            submit(
                    id,
                    new PlannedMilestone("Order a spare part", inDays(3)),
                    new PlannedMilestone(ROLL_OUT, inDays(6)));

            assertThat(changes.of(id))
                    .extracting(MilestoneChange::number, MilestoneChange::kind, MilestoneChange::description)
                    .containsExactly(
                            tuple(3, MilestoneChange.Kind.ADDED, "added, due " + inDays(3)),
                            tuple(2, MilestoneChange.Kind.MOVED, "due " + inDays(6) + " instead of " + inDays(10)),
                            tuple(1, MilestoneChange.Kind.DROPPED, "dropped, was due " + inDays(8)));
        }

        @Test
        void leaveTheOriginalMilestonesAsTheyWere() {
            PoamId id = aRefusedItem();

            submit(id, new PlannedMilestone(ROLL_OUT, inDays(6)));

            assertThat(jdbc.sql("select description from milestone where item_id = ? order by position_no")
                            .param(id.text())
                            .query(String.class)
                            .list())
                    .containsExactly(TEST, ROLL_OUT);
            assertThat(register.get(id).milestones())
                    .extracting(Milestone::number, Milestone::due, Milestone::originalDue)
                    .containsExactly(tuple(2, inDays(6), inDays(10)));
        }

        @Test
        void areNoneForTheSamePlanAgain() {
            PoamId id = aRefusedItem();

            situations.submitPlan(id, inDays(10));

            assertThat(changes.of(id)).isEmpty();
            assertThat(register.get(id).milestones()).hasSize(2);
        }

        @Test
        void keepACompletedMilestoneThatTheNextPlanDoesNotName() {
            PoamId id = situations.anItemAwaitingVerification();
            register.confirmAbsence(id, new Verification(false, "Still on Shop-PC07"), ISSM);

            submit(id, new PlannedMilestone("Replace the machine", inDays(5)));

            assertThat(changes.of(id))
                    .extracting(MilestoneChange::kind)
                    .containsExactly(
                            MilestoneChange.Kind.COMPLETED, MilestoneChange.Kind.COMPLETED, MilestoneChange.Kind.ADDED);
            assertThat(register.get(id).milestones())
                    .extracting(Milestone::description)
                    .containsExactly(TEST, ROLL_OUT, "Replace the machine");
        }

        @Test
        void cannotCompleteADroppedMilestone() {
            PoamId id = aRefusedItem();
            submit(id, new PlannedMilestone(ROLL_OUT, inDays(6)));
            situations.withEvidence(situations.signedOff(id));

            assertThatThrownBy(() -> register.reportFixed(id, new FixReport("Done", null, Set.of(1)), IT))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("no milestone number 1");
            assertThat(changes.of(id)).hasSize(2);
        }

        private PoamId aRefusedItem() {
            PoamId id = situations.aPlannedItem();
            register.signOff(id, new SignOff(false, Group.ISSM, "Sooner, please"), ISSM);
            return id;
        }

        private void submit(PoamId id, PlannedMilestone... milestones) {
            List<PlannedMilestone> planned = Arrays.asList(milestones);
            LocalDate last = planned.get(planned.size() - 1).due();
            register.submitPlan(
                    id, new Plan("it", BigDecimal.ONE, "None", "Install it.", planned, last, Severity.LOW, null), IT);
        }

        private LocalDate inDays(int days) {
            return situations.today().plusDays(days);
        }
    }
}
