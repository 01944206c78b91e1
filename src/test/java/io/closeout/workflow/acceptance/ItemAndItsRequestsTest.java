package io.closeout.workflow.acceptance;

import static io.closeout.workflow.acceptance.PlantFloor.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.Organization;
import io.closeout.access.OrganizationSettings;
import io.closeout.access.People;
import io.closeout.access.SignedIn;
import io.closeout.evidence.EvidenceKind;
import io.closeout.evidence.EvidenceLocker;
import io.closeout.evidence.NewEvidence;
import io.closeout.policy.AcceptanceKind;
import io.closeout.policy.Track;
import io.closeout.register.ItemByHand;
import io.closeout.register.ItemStatus;
import io.closeout.register.ItemsByHand;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.review.acceptance.AcceptanceRequests;
import io.closeout.review.acceptance.EndedHow;
import io.closeout.review.acceptance.RiskLevel;
import io.closeout.review.acceptance.WantedAcceptance;
import io.closeout.review.approval.ApprovalState;
import io.closeout.review.approval.Judgement;
import io.closeout.review.falsepositive.FalsePositiveClaim;
import io.closeout.review.falsepositive.FalsePositiveRequest;
import io.closeout.review.falsepositive.FalsePositiveRequests;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import io.closeout.testing.SetClock;
import io.closeout.testing.WholeApplication;
import io.closeout.workflow.AcceptRisk;
import io.closeout.workflow.ConfirmFalsePositive;
import io.closeout.workflow.RemediatePoamItem;
import io.closeout.workflow.TaskForms;
import io.closeout.workflow.models.RunningInstances;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;

/** What an item's own process and those of what is asked for it do to each other. */
@SpringBootTest(
        classes = {WholeApplication.class, ItemAndItsRequestsTest.MovedClock.class},
        properties = {
            "spring.datasource.url=jdbc:h2:mem:item-and-requests;DB_CLOSE_DELAY=-1",
            "closeout.demo.data=none",
            "camunda.bpm.job-execution.enabled=false"
        })
@AutoConfigureMockMvc
@Import(PlantFloor.class)
@ActiveProfiles("demo")
@DirtiesContext
class ItemAndItsRequestsTest {

    private static final WantedAcceptance UNTIL_REPLACED = new WantedAcceptance(
            AcceptanceKind.TEMPORARY_ACCEPTANCE,
            "No update exists.",
            RiskLevel.LOW,
            RiskLevel.HIGH,
            Severity.HIGH,
            List.of(),
            day(90),
            false,
            null,
            null);

    private static final WantedAcceptance NEVER_FEASIBLE = new WantedAcceptance(
            AcceptanceKind.ENDURING_EXCEPTION,
            "The machine knows one account.",
            RiskLevel.LOW,
            RiskLevel.HIGH,
            Severity.HIGH,
            List.of(),
            null,
            false,
            "Its maker is gone",
            "Access is logged by hand");

    @Autowired
    PlantFloor plant;

    @Autowired
    ItemsByHand byHand;

    @Autowired
    Register register;

    @Autowired
    AcceptanceRequests acceptances;

    @Autowired
    FalsePositiveRequests falsePositives;

    @Autowired
    EvidenceLocker evidence;

    @Autowired
    RuntimeService runtime;

    @Autowired
    People people;

    @Autowired
    Organization organization;

    @Autowired
    OrganizationSettings settings;

    @Autowired
    ManagementService jobs;

    @Autowired
    RepositoryService repository;

    @Autowired
    RunningInstances running;

    @Autowired
    MockMvc mvc;

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

    @Nested
    class ThePageOfAnAcceptedItem {

        @Test
        void showsTheReReviewAndTheRenewalWithWhoMayTakeThemAndUntilWhen() throws Exception {
            PoamId item = anAcceptedItem();
            plant.morningOf(80, item);

            String page = page(item);

            assertThat(page)
                    .contains("Review acceptance: Press controller", "open to ISSM", "overdue since " + day(48))
                    .contains("Renew acceptance: Press controller", "with Oskar Thiel");
        }
    }

    @Nested
    class ARequestThatNobodyDecided {

        @Test
        void isShownBesideTheTaskOfTheItemAndNobodyElses() throws Exception {
            PoamId item = plant.anUnsupportedController();
            PoamId other = plant.anUnsupportedController();
            plant.ask("ot", other, UNTIL_REPLACED);
            plant.ask("ot", item, UNTIL_REPLACED);

            assertThat(page(item))
                    .contains("Remediate weakness: Press controller")
                    .contains(plant.task(item, AcceptRisk.TASK_DECIDE).getId())
                    .doesNotContain(plant.task(other, AcceptRisk.TASK_DECIDE).getId());
        }
    }

    @Nested
    class AnAcceptedRiskThatIsNone {

        @Test
        void endsTheAcceptanceWithItsProcessAndTheItem() {
            PoamId item = anAcceptedItem();
            long acceptance = acceptances.of(item).get(0).id();
            FalsePositiveRequest request = claimed(item);

            plant.approve("issm", item, ConfirmFalsePositive.TASK_DECIDE);

            assertThat(falsePositives.get(request.id()).approval().state()).isEqualTo(ApprovalState.APPROVED);
            assertThat(register.get(item).status()).isEqualTo(ItemStatus.FALSE_POSITIVE);
            assertThat(acceptances.get(acceptance).endedHow()).contains(EndedHow.FALSE_POSITIVE);
            assertThat(isRunning(AcceptRisk.KEY, Long.toString(acceptance))).isFalse();
            assertThat(isRunning(RemediatePoamItem.KEY, item.text())).isFalse();
            assertThat(isRunning(ConfirmFalsePositive.KEY, Long.toString(request.id())))
                    .isTrue();
            assertThat(plant.waiting(item)).isEmpty();
        }

        @Test
        void takesAnOpenReviewAndRenewalAlong() {
            PoamId item = anAcceptedItem();
            plant.morningOf(80, item);
            assertThat(plant.waiting(item)).containsExactlyInAnyOrder(AcceptRisk.TASK_REVIEW, AcceptRisk.TASK_RENEW);
            claimed(item);

            plant.approve("issm", item, ConfirmFalsePositive.TASK_DECIDE);

            assertThat(plant.waiting(item)).isEmpty();
        }
    }

    @Nested
    class AnAbsenceThatWaitsToBeConfirmed {

        @Test
        void comesBeforeAnythingThatTakesTheItemOffItsPath() throws Exception {
            PoamId item = aRequirementThatIsNotMet();
            plant.isProvedAbsent(item);

            assertThatThrownBy(() -> plant.ask("ot", item, NEVER_FEASIBLE))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("waits to be confirmed first");
            assertThatThrownBy(() -> claimed(item))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("waits to be confirmed first");
            assertThat(acceptances.of(item)).isEmpty();
            assertThat(falsePositives.of(item)).isEmpty();
            assertThat(page(item)).contains("A scan finds it no more.", "Confirm closure: Shared accounts");
        }

        @Test
        void keepsAnEarlierRequestWaitingUntilTheIssmHasDoubtedIt() {
            PoamId item = aRequirementThatIsNotMet();
            long request = plant.ask("ot", item, NEVER_FEASIBLE);
            plant.isProvedAbsent(item);

            plant.approve("issm", item, AcceptRisk.TASK_DECIDE);
            assertThatThrownBy(() -> plant.approve("leader", item, AcceptRisk.TASK_LEADERSHIP_DECIDE))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("waits to be confirmed first");
            assertThat(register.get(item).status()).isNotEqualTo(ItemStatus.RISK_ACCEPTED);
            assertThat(acceptances.get(request).approval().state()).isEqualTo(ApprovalState.AWAITING_LEADERSHIP);

            plant.complete(
                    "issm",
                    item,
                    RemediatePoamItem.TASK_CONFIRM_CLOSURE,
                    Map.of(TaskForms.VERIFIED, "no", TaskForms.NOTE, "The scanner had no account"));
            plant.approve("leader", item, AcceptRisk.TASK_LEADERSHIP_DECIDE);
            assertThat(register.get(item).status()).isEqualTo(ItemStatus.RISK_ACCEPTED);
        }

        @Test
        void doesNotKeepAnybodyFromRefusingARequest() {
            PoamId item = aRequirementThatIsNotMet();
            FalsePositiveRequest request = claimed(item);
            plant.isProvedAbsent(item);

            assertThatThrownBy(
                            () -> falsePositives.decide(request.id(), new Judgement(true, null), plant.person("issm")))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("waits to be confirmed first");
            plant.complete(
                    "issm",
                    item,
                    ConfirmFalsePositive.TASK_DECIDE,
                    Map.of(TaskForms.DECISION, "refuse", TaskForms.REASON, "It was real"));
            assertThat(falsePositives.get(request.id()).approval().state()).isEqualTo(ApprovalState.REFUSED);
            assertThat(plant.waiting(item)).containsExactly(RemediatePoamItem.TASK_CONFIRM_CLOSURE);
        }
    }

    @Nested
    class AnItemOnAnOlderProcess {

        private static final String PATH = "processes/remediatePoamItem.bpmn";

        @Test
        void isNotHalfAcceptedAndCanBeOnceItWasMoved() throws Exception {
            String shipped = Files.readString(Path.of(PATH));
            deploy(shipped.replace("${decidedPath == 'accepted'}", "${decidedPath == 'unheardOf'}"));
            PoamId item = plant.anUnsupportedController();
            long request = plant.ask("ot", item, UNTIL_REPLACED);
            plant.approve("issm", item, AcceptRisk.TASK_DECIDE);

            assertThatThrownBy(() -> plant.approve("leader", item, AcceptRisk.TASK_LEADERSHIP_DECIDE))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("cannot follow this decision: version 2 of it")
                    .hasMessageContaining("does not know the path \"accepted\"");
            assertThat(register.get(item).status()).isEqualTo(ItemStatus.IN_PROGRESS);
            assertThat(acceptances.get(request).approval().state()).isEqualTo(ApprovalState.AWAITING_LEADERSHIP);
            assertThat(plant.waiting(item))
                    .containsExactlyInAnyOrder(RemediatePoamItem.TASK_REMEDIATE, AcceptRisk.TASK_LEADERSHIP_DECIDE);

            deploy(shipped);
            running.moveAll();

            plant.approve("leader", item, AcceptRisk.TASK_LEADERSHIP_DECIDE);
            assertThat(register.get(item).status()).isEqualTo(ItemStatus.RISK_ACCEPTED);
            assertThat(plant.waiting(item)).isEmpty();
            plant.morningOf(91, item);
            assertThat(plant.waiting(item)).containsExactly(RemediatePoamItem.TASK_REMEDIATE);
        }

        /** As if the program had shipped it. */
        private void deploy(String process) {
            repository
                    .createDeployment()
                    .source("closeout")
                    .addString(PATH, process)
                    .deploy();
        }
    }

    @Nested
    class AChangeOfTheTimeZone {

        private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
        private static final Actor ADMIN = new Actor("admin", Set.of(Group.CAMUNDA_ADMIN), "page");

        private final ZoneId before = organization.zone();

        @AfterEach
        void backToTheZoneOfTheSample() {
            settings.change(organization.name(), before, null, ADMIN);
        }

        @Test
        void movesTheDaysOfAnAcceptance() throws Exception {
            PoamId item = anAcceptedItem();
            assertThat(timer(item, "Timer_ReviewDue").atZone(before).toLocalDateTime())
                    .isEqualTo(day(45).atTime(8, 0));

            settings.change(organization.name(), TOKYO, null, ADMIN);

            awaitTimer(item, "Timer_ReviewDue", day(45).atTime(8, 0));
            awaitTimer(item, "Timer_RenewalDue", day(76).atTime(8, 0));
            awaitTimer(item, "Timer_AcceptanceExpired", day(90).atTime(23, 59, 59));
        }

        @Test
        void movesTheEndOfAFalsePositive() throws Exception {
            PoamId item = plant.anUnsupportedController();
            claimed(item);
            plant.approve("issm", item, ConfirmFalsePositive.TASK_DECIDE);

            settings.change(organization.name(), TOKYO, null, ADMIN);

            awaitTimer(item, "Timer_LastDayOver", day(86).atTime(0, 0));
        }

        @Test
        void movesTheEndOfADecisionsLastDayAndNotItsReminders() throws Exception {
            PoamId item = plant.anUnsupportedController();
            plant.ask("ot", item, UNTIL_REPLACED);
            Instant reminder = timer(item, "Timer_DecisionWaits");

            settings.change(organization.name(), TOKYO, null, ADMIN);

            await(() -> plant.task(item, AcceptRisk.TASK_DECIDE).getDueDate().toInstant(), day(3).atTime(23, 59, 59));
            assertThat(timer(item, "Timer_DecisionWaits")).isEqualTo(reminder);
        }

        private void awaitTimer(PoamId item, String element, LocalDateTime inTokyo) throws InterruptedException {
            await(() -> timer(item, element), inTokyo);
        }

        private void await(Supplier<Instant> moment, LocalDateTime inTokyo) throws InterruptedException {
            Instant end = Instant.now().plus(Duration.ofSeconds(30));
            while (!moment.get().equals(inTokyo.atZone(TOKYO).toInstant())) {
                assertThat(Instant.now())
                        .as("%s instead of %s", moment.get().atZone(TOKYO), inTokyo)
                        .isBefore(end);
                Thread.sleep(50);
            }
        }

        private Instant timer(PoamId item, String element) {
            return runtime
                    .createProcessInstanceQuery()
                    .variableValueEquals(RemediatePoamItem.VARIABLE_ITEM_ID, item.text())
                    .list()
                    .stream()
                    .flatMap(instance ->
                            jobs
                                    .createJobQuery()
                                    .processInstanceId(instance.getId())
                                    .activityId(element)
                                    .list()
                                    .stream())
                    .map(job -> job.getDuedate().toInstant())
                    .findFirst()
                    .orElseThrow();
        }
    }

    private PoamId anAcceptedItem() {
        PoamId item = plant.anUnsupportedController();
        plant.ask("ot", item, UNTIL_REPLACED);
        plant.approve("issm", item, AcceptRisk.TASK_DECIDE);
        if (plant.waiting(item).contains(AcceptRisk.TASK_LEADERSHIP_DECIDE)) {
            plant.approve("leader", item, AcceptRisk.TASK_LEADERSHIP_DECIDE);
        }
        assertThat(register.get(item).status()).isEqualTo(ItemStatus.RISK_ACCEPTED);
        return item;
    }

    /** On this track the ISSM confirms what a scan proves. */
    private PoamId aRequirementThatIsNotMet() {
        PoamId item = byHand.open(
                        new ItemByHand(
                                "Shared accounts",
                                null,
                                Severity.HIGH,
                                null,
                                "Self-assessment",
                                PlantFloor.FIRST_DAY,
                                Track.ASSESSMENT,
                                List.of()),
                        plant.person("issm"))
                .id();
        plant.complete(
                "issm",
                item,
                RemediatePoamItem.TASK_TRIAGE,
                Map.of(
                        TaskForms.PRIORITY, "HIGH",
                        TaskForms.OWNER_GROUP, "remediator",
                        TaskForms.OWNER_ID, "ot",
                        TaskForms.TRACK, "ASSESSMENT"));
        return item;
    }

    private FalsePositiveRequest claimed(PoamId item) {
        Actor owner = plant.person("ot");
        evidence.add(
                NewEvidence.link(item.subject(), EvidenceKind.TEST_RESULT, "https://example.com/test", day(0), ""),
                owner);
        return falsePositives.ask(item, new FalsePositiveClaim("Another product", Set.of(), day(85)), owner);
    }

    private boolean isRunning(String process, String key) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(key, process)
                        .count()
                > 0;
    }

    private String page(PoamId item) throws Exception {
        return mvc.perform(get("/items/" + item)
                        .with(SecurityMockMvcRequestPostProcessors.user(
                                new SignedIn(people.get("issm"), Instant.now()))))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
