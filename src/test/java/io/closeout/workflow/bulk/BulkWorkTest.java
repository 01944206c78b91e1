package io.closeout.workflow.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.access.Actor;
import io.closeout.access.People;
import io.closeout.access.PolicyCalendar;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEvent;
import io.closeout.policy.Track;
import io.closeout.register.ItemByHand;
import io.closeout.register.ItemStatus;
import io.closeout.register.ItemsByHand;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.review.extension.ExtensionRequests;
import io.closeout.review.extension.MoreTime;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import io.closeout.testing.WholeApplication;
import io.closeout.workflow.RemediatePoamItem;
import io.closeout.workflow.TaskForms;
import io.closeout.workflow.bulk.BulkOutcome.Line;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(
        classes = WholeApplication.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:bulk-work;DB_CLOSE_DELAY=-1",
            "closeout.demo.data=none",
            "camunda.bpm.job-execution.enabled=false"
        })
@ActiveProfiles("demo")
@DirtiesContext
class BulkWorkTest {

    private static final Map<String, Object> APPROVE = Map.of(TaskForms.DECISION, "approve");

    @Autowired
    BulkWork work;

    @Autowired
    ItemsByHand byHand;

    @Autowired
    Register register;

    @Autowired
    ExtensionRequests requests;

    @Autowired
    Ledger ledger;

    @Autowired
    People people;

    @Autowired
    PolicyCalendar calendar;

    @Autowired
    TaskService tasks;

    private List<PoamId> items;

    @BeforeEach
    void threeItems() {
        items = IntStream.range(0, 3).mapToObj(each -> anItem()).toList();
    }

    @Nested
    class Triage {

        @Test
        void keepsWhatTheTablesPropose() {
            BulkOutcome outcome = triage();

            assertThat(outcome.done()).isEqualTo(3);
            assertThat(outcome.refused()).isEmpty();
            assertThat(items).allSatisfy(item -> {
                assertThat(register.get(item).ownerId()).contains("it");
                assertThat(register.get(item).priority()).isEqualTo(Severity.HIGH);
                assertThat(last(item).kind()).isEqualTo("itemTriaged");
            });
        }

        @Test
        void namesWhatDoesNotWaitForItAndDoesTheRest() {
            work.perform(BulkAction.TRIAGE, items.subList(0, 1), Map.of(), person("issm"));

            BulkOutcome outcome = work.perform(BulkAction.TRIAGE, items, Map.of(), person("issm"));

            assertThat(outcome.done()).isEqualTo(2);
            assertThat(outcome.refused())
                    .containsExactly(
                            new Line(items.get(0).text(), "It does not wait for that now (\"Triage as proposed\")."));
        }

        @Test
        void namesAnItemThatDoesNotExist() {
            BulkOutcome outcome = work.perform(
                    BulkAction.TRIAGE, List.of(new PoamId("POA-1999-001"), items.get(0)), Map.of(), person("issm"));

            assertThat(outcome.done()).isEqualTo(1);
            assertThat(outcome.refused()).extracting(Line::item).containsExactly("POA-1999-001");
        }

        @Test
        void doesAnItemThatIsNamedTwiceOnce() {
            BulkOutcome outcome =
                    work.perform(BulkAction.TRIAGE, List.of(items.get(0), items.get(0)), Map.of(), person("issm"));

            assertThat(outcome.lines()).hasSize(1).allMatch(Line::isDone);
        }
    }

    @Nested
    class Assignment {

        @Test
        void takesTheOwnersTasksAlong() {
            triage();

            BulkOutcome outcome =
                    work.perform(BulkAction.ASSIGN, items, Map.of(TaskForms.OWNER_ID, "ot"), person("issm"));

            assertThat(outcome.done()).isEqualTo(3);
            assertThat(items).allSatisfy(item -> {
                assertThat(register.get(item).ownerId()).contains("ot");
                assertThat(assignee(item)).isEqualTo("ot");
                assertThat(last(item).kind()).isEqualTo("ownerAssigned");
            });
        }

        @Test
        void isRefusedForSomebodyWhoCannotWorkItems() {
            assertThat(work.perform(BulkAction.ASSIGN, items, Map.of(TaskForms.OWNER_ID, "assessor"), person("issm"))
                            .refused())
                    .hasSize(3)
                    .allSatisfy(line -> assertThat(line.why()).contains("cannot work items"));
            assertThat(work.perform(BulkAction.ASSIGN, items, Map.of(TaskForms.OWNER_ID, "nobody"), person("issm"))
                            .refused())
                    .allSatisfy(line -> assertThat(line.why()).contains("nobody named \"nobody\""));
            assertThat(work.perform(BulkAction.ASSIGN, items, Map.of(), person("issm"))
                            .refused())
                    .allSatisfy(line -> assertThat(line.why()).isEqualTo("Choose the owner."));
        }
    }

    @Nested
    class Plans {

        @Test
        void areSubmittedForEach() {
            triage();

            assertThat(plan("it").done()).isEqualTo(3);

            assertThat(items).allSatisfy(item -> {
                assertThat(register.get(item).status()).isEqualTo(ItemStatus.PLANNED);
                assertThat(register.get(item).milestones()).hasSize(1);
            });
        }

        @Test
        void areRefusedOneByOneWhereSomethingIsMissing() {
            triage();

            BulkOutcome outcome = work.perform(BulkAction.PLAN, items, Map.of(TaskForms.OWNER_ID, "it"), person("it"));

            assertThat(outcome.done()).isZero();
            assertThat(outcome.refused())
                    .allSatisfy(line -> assertThat(line.why()).contains("no estimated hours", "no milestone"));
        }

        @Test
        void areNotForTheTasksOfOthers() {
            work.perform(BulkAction.TRIAGE, items.subList(0, 2), Map.of(TaskForms.OWNER_ID, "it"), person("issm"));
            work.perform(BulkAction.TRIAGE, items.subList(2, 3), Map.of(TaskForms.OWNER_ID, "ot"), person("issm"));

            BulkOutcome outcome = plan("it");

            assertThat(outcome.done()).isEqualTo(2);
            assertThat(outcome.refused()).singleElement().satisfies(line -> assertThat(line.why())
                    .contains("assigned to somebody else"));
        }
    }

    @Nested
    class Decisions {

        @Test
        void onDatesAreMadeForEachWithItsOwnRecord() {
            triage();
            plan("it");

            BulkOutcome outcome = work.perform(BulkAction.DECIDE_DATES, items, APPROVE, person("issm"));

            assertThat(outcome.done()).isEqualTo(3);
            assertThat(items).allSatisfy(item -> {
                assertThat(register.get(item).status()).isEqualTo(ItemStatus.IN_PROGRESS);
                assertThat(last(item).kind()).isEqualTo("plannedDateApproved");
            });
        }

        @Test
        void keepSeparationOfDuties() {
            triage();
            work.perform(BulkAction.ASSIGN, items.subList(0, 1), Map.of(TaskForms.OWNER_ID, "issm"), person("issm"));
            work.perform(BulkAction.PLAN, items.subList(0, 1), planFor("issm"), person("issm"));
            work.perform(BulkAction.PLAN, items.subList(1, 3), planFor("it"), person("it"));

            BulkOutcome outcome = work.perform(BulkAction.DECIDE_DATES, items, APPROVE, person("issm"));

            assertThat(outcome.done()).isEqualTo(2);
            assertThat(outcome.refused()).singleElement().satisfies(line -> {
                assertThat(line.item()).isEqualTo(items.get(0).text());
                assertThat(line.why()).contains("somebody else signs");
            });
        }

        @Test
        void onMoreTimeAreMadeForEachThatAsks() {
            triage();
            plan("it");
            work.perform(BulkAction.DECIDE_DATES, items, APPROVE, person("issm"));
            MoreTime wanted = MoreTime.asked("Late part", calendar.today().plusDays(20), "Blocked at the firewall");
            items.subList(0, 2).forEach(item -> requests.ask(item, wanted, person("it")));

            BulkOutcome outcome = work.perform(BulkAction.DECIDE_EXTENSIONS, items, APPROVE, person("issm"));

            assertThat(outcome.done()).isEqualTo(2);
            assertThat(outcome.refused()).extracting(Line::why).containsExactly("Nobody asks for more time for it.");
            assertThat(register.get(items.get(0)).due())
                    .isEqualTo(calendar.today().plusDays(20));
        }

        @Test
        void needAReasonWhenRefusing() {
            triage();
            plan("it");

            BulkOutcome outcome =
                    work.perform(BulkAction.DECIDE_DATES, items, Map.of(TaskForms.DECISION, "refuse"), person("issm"));

            assertThat(outcome.refused()).hasSize(3).allSatisfy(line -> assertThat(line.why())
                    .contains("Say why"));
        }
    }

    @Test
    void isNotForWhoseGroupsNeverDoThat() {
        assertThatThrownBy(() -> work.perform(BulkAction.DECIDE_DATES, items, APPROVE, person("it")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not yours to do");
        assertThat(BulkAction.of(person("assessor").groups())).isEmpty();
    }

    @Test
    void isRefusedForNothingAndForTooMuch() {
        List<PoamId> many = IntStream.rangeClosed(1, BulkWork.MOST + 1)
                .mapToObj(number -> new PoamId("POA-2020-%03d".formatted(number)))
                .toList();

        assertThatThrownBy(() -> work.perform(BulkAction.TRIAGE, List.of(), Map.of(), person("issm")))
                .hasMessageContaining("at least one");
        assertThatThrownBy(() -> work.perform(BulkAction.TRIAGE, many, Map.of(), person("issm")))
                .hasMessageContaining("501 items are chosen; at most 500");
    }

    private PoamId anItem() {
        return byHand.open(
                        new ItemByHand(
                                "Shared accounts",
                                null,
                                Severity.HIGH,
                                null,
                                "Self-assessment",
                                calendar.today(),
                                Track.OPERATIONAL,
                                List.of()),
                        person("issm"))
                .id();
    }

    private BulkOutcome triage() {
        return work.perform(BulkAction.TRIAGE, items, Map.of(TaskForms.OWNER_ID, "it"), person("issm"));
    }

    private BulkOutcome plan(String owner) {
        return work.perform(BulkAction.PLAN, items, planFor(owner), person(owner));
    }

    private Map<String, Object> planFor(String owner) {
        String inTenDays = calendar.today().plusDays(10).toString();
        return Map.of(
                TaskForms.OWNER_ID,
                owner,
                TaskForms.ESTIMATED_HOURS,
                "4",
                TaskForms.RESOURCES,
                "None",
                TaskForms.REMEDIATION_PLAN,
                "One account each",
                TaskForms.MILESTONES,
                "[{\"description\":\"Accounts made\",\"due\":\"" + inTenDays + "\"}]",
                TaskForms.PLANNED_COMPLETION,
                inTenDays,
                TaskForms.RESIDUAL_RISK,
                "LOW");
    }

    private String assignee(PoamId item) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(item.text())
                .taskDefinitionKey(RemediatePoamItem.TASK_PLAN)
                .singleResult()
                .getAssignee();
    }

    private LedgerEvent last(PoamId item) {
        List<LedgerEvent> events = ledger.of(item.subject());
        return events.get(events.size() - 1);
    }

    private Actor person(String id) {
        return people.get(id).through("page");
    }
}
