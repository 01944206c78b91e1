package io.closeout.workflow.acceptance;

import static io.closeout.workflow.acceptance.PlantFloor.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.policy.AcceptanceKind;
import io.closeout.register.ClosedHow;
import io.closeout.register.ItemStatus;
import io.closeout.register.MilestoneProgress;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.review.acceptance.AcceptanceRequests;
import io.closeout.review.acceptance.Acceptances;
import io.closeout.review.acceptance.EndedHow;
import io.closeout.review.acceptance.RiskLevel;
import io.closeout.review.acceptance.WantedAcceptance;
import io.closeout.review.acceptance.WantedControl;
import io.closeout.shared.Severity;
import io.closeout.testing.SetClock;
import io.closeout.testing.WholeApplication;
import io.closeout.workflow.AcceptRisk;
import io.closeout.workflow.RemediatePoamItem;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** The plant-floor story of {@code docs/plant-floor-story.md}, day by day. */
@SpringBootTest(
        classes = {WholeApplication.class, PlantFloorStoryTest.MovedClock.class},
        properties = {
            "spring.datasource.url=jdbc:h2:mem:plant-floor;DB_CLOSE_DELAY=-1",
            "closeout.demo.data=none",
            "camunda.bpm.job-execution.enabled=false"
        })
@Import(PlantFloor.class)
@ActiveProfiles("demo")
@DirtiesContext
class PlantFloorStoryTest {

    private static final WantedAcceptance SHIELDED_UNTIL_REPLACED = new WantedAcceptance(
            AcceptanceKind.TEMPORARY_DEFICIENCY,
            "No update exists. The press makes a third of our parts and cannot stand still before the summer break.",
            RiskLevel.LOW,
            RiskLevel.HIGH,
            Severity.MEDIUM,
            List.of(
                    WantedControl.asked("Segmentation: a VLAN of its own", "Scan from the office network", 30, null),
                    WantedControl.asked("ACL: the engineering laptop only", "Firewall rule review", 30, null),
                    WantedControl.asked("Monitoring of 502/tcp", "Test alert", 30, null)),
            day(180),
            true,
            null,
            null);

    @Autowired
    PlantFloor plant;

    @Autowired
    Register register;

    @Autowired
    AcceptanceRequests requests;

    @Autowired
    Acceptances acceptances;

    @Autowired
    MilestoneProgress milestones;

    @TestConfiguration(proxyBeanMethods = false)
    static class MovedClock {

        @Bean
        @Primary
        SetClock clock() {
            return new SetClock("2026-03-02T09:00:00Z");
        }
    }

    @BeforeEach
    void theFirstDay() {
        plant.begin();
    }

    @AfterEach
    void backToTheSystemsTime() {
        ClockUtil.reset();
    }

    @Test
    void aControllerThatCannotBePatchedIsShieldedWatchedAndReplaced() {
        PoamId press = plant.anUnsupportedController();
        long request = plant.ask("ot", press, SHIELDED_UNTIL_REPLACED);

        // The ISSM signs, and leadership as well. Until then the work goes on.
        assertThat(plant.shown("issm", press, AcceptRisk.TASK_DECIDE))
                .contains("Temporary deficiency", "Moderate", "High", "Firewall rule review", "180 days");
        plant.approve("issm", press, AcceptRisk.TASK_DECIDE);
        assertThat(register.get(press).status()).isEqualTo(ItemStatus.IN_PROGRESS);
        plant.approve("leader", press, AcceptRisk.TASK_LEADERSHIP_DECIDE);

        // The item waits; one process counts the month, the renewal and the end.
        assertThat(register.get(press).status()).isEqualTo(ItemStatus.RISK_ACCEPTED);
        assertThat(plant.waiting(press)).isEmpty();
        assertThat(plant.timerAt(press, "Timer_ReviewDue")).isEqualTo(day(30));
        assertThat(plant.timerAt(press, "Timer_RenewalDue")).isEqualTo(day(150));
        assertThat(plant.timerAt(press, "Timer_AcceptanceExpired")).isEqualTo(day(180));

        // The plan lives on: its first milestone is reminded of and done, the second is waited for.
        plant.morningOf(12, press);
        assertThat(plant.told("ot", press)).contains("milestoneReminder " + day(11));
        milestones.complete(press, 1, plant.person("ot"));
        assertThat(plant.timerAt(press, "Timer_NextNotice")).isEqualTo(day(180 - 14));

        // Every month the ISSM says of each control whether it holds.
        plant.morningOf(30, press);
        assertThat(plant.shown("issm", press, AcceptRisk.TASK_REVIEW)).contains("Re-review is due");
        plant.keep("issm", press, AcceptRisk.TASK_REVIEW, "holds", "holds", "holds");
        assertThat(plant.timerAt(press, "Timer_ReviewDue")).isEqualTo(day(60));

        // Before the next month somebody finds that the alerts do not come any more: what was signed is not so any
        // more.
        plant.morningOf(45, press);
        acceptances.reportLapsed(press, 3, "The sensor was unplugged in the last repair", plant.person("ot"));
        assertThat(plant.shown("issm", press, AcceptRisk.TASK_REVIEW))
                .contains("Compensating control lapsed", "lapsed on " + day(45));
        plant.keep("issm", press, AcceptRisk.TASK_REVIEW, "holds", "holds");
        assertThat(plant.shown("leader", press, AcceptRisk.TASK_LEADERSHIP_REVIEW))
                .contains("lapsed on " + day(45));
        plant.keep("leader", press, AcceptRisk.TASK_LEADERSHIP_REVIEW);
        assertThat(plant.timerAt(press, "Timer_ReviewDue")).isEqualTo(day(75));

        for (int month = 75; month < 150; month += 30) {
            plant.morningOf(month, press);
            plant.keep("issm", press, AcceptRisk.TASK_REVIEW, "holds", "holds");
        }

        // A month before the end the owner is asked. The new controller is on its way: no other term.
        plant.morningOf(150, press);
        plant.complete("ot", press, AcceptRisk.TASK_RENEW, Map.of(AcceptRisk.FIELD_RENEW, "no"));

        // It is replaced in time; a scan proves the weakness gone, the acceptance ends and the item is verified.
        plant.morningOf(164, press);
        milestones.complete(press, 2, plant.person("ot"));
        plant.isProvedAbsent(press);

        assertThat(register.get(press).status()).isEqualTo(ItemStatus.CLOSED);
        assertThat(register.get(press).closedHow()).contains(ClosedHow.VERIFIED_BY_RESCAN);
        assertThat(requests.get(request).endedHow()).contains(EndedHow.VERIFIED_ABSENT);
        assertThat(plant.isAnythingRunning(press)).isFalse();
    }

    @Test
    void aControllerThatIsNotReplacedInTimeComesBackToWork() {
        PoamId press = plant.anUnsupportedController();
        long request = plant.ask("ot", press, SHIELDED_UNTIL_REPLACED);
        plant.approve("issm", press, AcceptRisk.TASK_DECIDE);
        plant.approve("leader", press, AcceptRisk.TASK_LEADERSHIP_DECIDE);

        // Nobody reviews, nobody renews, no milestone is done: all are reminded, and the acceptance still ends on its
        // last day.
        plant.morningOf(180, press);
        assertThat(plant.waiting(press)).containsExactlyInAnyOrder(AcceptRisk.TASK_REVIEW, AcceptRisk.TASK_RENEW);
        assertThat(plant.told("ot", press)).contains("milestoneOverdue " + day(15));
        assertThat(plant.told("issm", press)).contains("milestoneEscalation " + day(21));
        plant.morningOf(181, press);

        assertThat(requests.get(request).endedHow()).contains(EndedHow.EXPIRED);
        assertThat(register.get(press).status()).isEqualTo(ItemStatus.IN_PROGRESS);
        assertThat(register.get(press).plannedCompletion()).contains(day(180));
        assertThat(plant.waiting(press)).containsExactly(RemediatePoamItem.TASK_REMEDIATE);
        assertThat(plant.told("ot", press)).contains("acceptanceEnded " + day(180));
        assertThat(plant.told("issm", press)).contains("acceptanceEndedIssm " + day(180));
    }

    @Test
    void anotherTermIsSignedAgainAndFollowsTheFirst() {
        PoamId press = plant.anUnsupportedController();
        long first = plant.ask("ot", press, SHIELDED_UNTIL_REPLACED);
        plant.approve("issm", press, AcceptRisk.TASK_DECIDE);
        plant.approve("leader", press, AcceptRisk.TASK_LEADERSHIP_DECIDE);

        plant.morningOf(150, press);
        plant.complete(
                "ot",
                press,
                AcceptRisk.TASK_RENEW,
                Map.of(
                        AcceptRisk.FIELD_RENEW, "yes",
                        AcceptRisk.FIELD_JUSTIFICATION, "The press builder is late",
                        AcceptRisk.FIELD_LIKELIHOOD, "LOW",
                        AcceptRisk.FIELD_IMPACT, "HIGH",
                        AcceptRisk.FIELD_RESIDUAL, "MEDIUM",
                        AcceptRisk.FIELD_UNTIL, day(240).toString()));
        plant.approve("issm", press, AcceptRisk.TASK_DECIDE);
        assertThat(acceptances.inForce(press).orElseThrow().id()).isEqualTo(first);
        plant.approve("leader", press, AcceptRisk.TASK_LEADERSHIP_DECIDE);

        assertThat(requests.get(first).endedHow()).contains(EndedHow.RENEWED);
        assertThat(acceptances.inForce(press).orElseThrow().renews()).isEqualTo(first);
        assertThat(register.get(press).status()).isEqualTo(ItemStatus.RISK_ACCEPTED);
        assertThat(plant.timerAt(press, "Timer_AcceptanceExpired")).isEqualTo(day(240));
        plant.morningOf(181, press);
        assertThat(register.get(press).status()).isEqualTo(ItemStatus.RISK_ACCEPTED);
    }
}
