package io.closeout.workflow.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.Organization;
import io.closeout.access.People;
import io.closeout.access.PolicyCalendar;
import io.closeout.notify.Notices;
import io.closeout.notify.Notices.Notice;
import io.closeout.policy.Track;
import io.closeout.register.ItemByHand;
import io.closeout.register.ItemsByHand;
import io.closeout.register.PoamId;
import io.closeout.review.extension.ExtensionRequests;
import io.closeout.review.status.Outlook;
import io.closeout.review.status.StatusRound;
import io.closeout.review.status.StatusRound.EndedHow;
import io.closeout.review.status.StatusRounds;
import io.closeout.review.status.StatusUpdates;
import io.closeout.review.status.StatusWord;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import io.closeout.testing.WholeApplication;
import io.closeout.testing.WithMovableClock;
import io.closeout.web.MovableClock;
import io.closeout.workflow.Acting;
import io.closeout.workflow.CollectStatus;
import io.closeout.workflow.UpdateStatus;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** The whole way of a round with the clock moved: the morning, the task, the reminders, the words. */
@SpringBootTest(
        classes = WholeApplication.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:status-processes;DB_CLOSE_DELAY=-1",
            "closeout.demo.data=none",
            "camunda.bpm.job-execution.enabled=false"
        })
@ActiveProfiles("demo")
@Import(WithMovableClock.class)
@DirtiesContext
class StatusProcessesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    ItemsByHand byHand;

    @MockitoSpyBean
    StatusRounds rounds;

    @Autowired
    StatusUpdates updates;

    @Autowired
    ExtensionRequests extensions;

    @Autowired
    Notices notices;

    @Autowired
    PolicyCalendar calendar;

    @Autowired
    Organization organization;

    @Autowired
    People people;

    @Autowired
    Acting acting;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    ManagementService jobs;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nobodyIsAsked() {
        rounds.open().forEach(open -> {
            jdbc.sql("update poam_item set status = 'CLOSED'").update();
            rounds.endIfNothingLeft(open);
        });
        jdbc.sql("update poam_item set status = 'CLOSED'").update();
    }

    @AfterEach
    void theEngineRunsOn() {
        ClockUtil.reset();
    }

    @Test
    void collectionsFollowOneAnotherOnWorkingMorningsAndOneWaitsAtATime() {
        LocalDate first = nextCollection();
        assertThat(first.getDayOfWeek().getValue()).isLessThan(6);
        assertThat(collection().getDuedate()).isEqualTo(eightOn(first));

        for (int days = 0; days < 6; days++) {
            LocalDate before = nextCollection();
            collect();
            assertThat(nextCollection()).isAfter(before);
            assertThat(nextCollection().getDayOfWeek().getValue()).isLessThan(6);
            assertThat(collection().getDuedate()).isEqualTo(eightOn(nextCollection()));
        }
    }

    @Test
    void anOwnerIsAskedOnceAWeekHasGoneByAndAnswersInOneForm() {
        PoamId one = anItemInProgress("it");
        PoamId other = anItemInProgress("it");
        collect();
        assertThat(rounds.openFor("it")).isEmpty();

        collectAfterDays(7);

        StatusRound round = rounds.openFor("it").orElseThrow();
        Task task = task("it");
        assertThat(task.getName())
                .isEqualTo("Update status: " + people.get("it").name());
        assertThat(task.getAssignee()).isEqualTo("it");
        assertThat(task.getDueDate())
                .isEqualTo(
                        Date.from(calendar.startOf(round.openedOn().plusDays(3)).minusSeconds(1)));
        assertThat(shown(task)).contains(one.text(), other.text());

        collectAfterDays(1);
        assertThat(rounds.open()).hasSize(1);

        complete(task, "it", List.of(word(one, "ON_TRACK", 40), word(other, "BLOCKED", 10)), List.of());

        assertThat(updates.of(one)).hasSize(1);
        assertThat(updates.of(other).get(0).word().blocker()).isEqualTo("Waits for parts");
        assertThat(running(UpdateStatus.KEY)).isZero();
        collectAfterDays(1);
        assertThat(rounds.openFor("it")).isEmpty();
        collectAfterDays(7);
        assertThat(shown(task("it"))).contains("Waits for parts");
    }

    @Test
    void eachOwnerIsAskedByThemselvesAndOneWhoCannotBeAskedHoldsNobodyUp() {
        anItemInProgress("it");
        anItemInProgress("ot");
        doThrow(new IllegalStateException("their round does not open"))
                .doCallRealMethod()
                .when(rounds)
                .open(eq("it"));

        collectAfterDays(7);
        assertThat(rounds.open()).extracting(StatusRound::ownerId).containsExactly("ot");

        collectAfterDays(1);
        assertThat(rounds.open()).extracting(StatusRound::ownerId).containsExactlyInAnyOrder("it", "ot");
    }

    @Test
    void silenceRemindsTheOwnerOnTheDueDayAndReachesTheIssmTwoDaysLaterAndWeekly() {
        anItemInProgress("it");
        collectAfterDays(7);
        StatusRound round = rounds.openFor("it").orElseThrow();
        assertThat(reminder().getDuedate()).isEqualTo(eightOn(round.due()));

        fire(reminder());
        assertThat(reminder().getDuedate()).isEqualTo(eightOn(round.due().plusDays(2)));
        fire(reminder());
        assertThat(reminder().getDuedate()).isEqualTo(eightOn(round.due().plusDays(9)));

        assertThat(told("it", round)).extracting(Notice::kind).containsExactly("statusReminder");
        assertThat(told("issm", round)).extracting(Notice::kind).containsExactly("statusSilence");
        assertThat(told("issm", round).get(0).text())
                .contains(people.get("it").name(), round.due().toString());
    }

    @Test
    void aRefusedRequestForMoreTimeNamesItsItemAndKeepsTheTask() {
        PoamId fine = anItemInProgress("it");
        PoamId refused = anItemInProgress("it");
        collectAfterDays(7);
        Task task = task("it");
        List<Map<String, Object>> words = List.of(word(fine, "ON_TRACK", 40), word(refused, "AT_RISK", 10));

        assertThatThrownBy(() -> complete(task, "it", words, List.of(moreTime(refused, calendar.today()))))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith(refused + ": The new date");
        assertThat(task("it").getId()).isEqualTo(task.getId());
        assertThat(updates.of(fine)).isEmpty();

        complete(task, "it", words, List.of(moreTime(refused, calendar.today().plusDays(40)), Map.of()));
        assertThat(updates.of(fine)).hasSize(1);
        assertThat(extensions.of(refused)).hasSize(1);
    }

    @Test
    void whatIsMissingOrWrongIsRefusedWithTheNameOfItsItem() {
        PoamId item = anItemInProgress("it");
        collectAfterDays(7);
        Task task = task("it");

        assertRefused(task, List.of(), item + ": say how it stands");
        assertRefused(task, List.of(word(item, "", 5)), item + ": Say how it stands");
        assertRefused(task, List.of(word(item, "SPLENDID", 5)), item + ": \"SPLENDID\"");
        assertRefused(task, List.of(word(item, "ON_TRACK", 101)), item + ": Give the work done so far in percent");
        assertRefused(task, List.of(word(item, "ON_TRACK", 1), word(item, "ON_TRACK", 2)), "twice");
        assertRefused(
                task,
                List.of(Map.of(
                        UpdateStatus.ITEM, item.text(), UpdateStatus.OUTLOOK, "BLOCKED", UpdateStatus.PERCENT, 5)),
                item + ": Say what blocks it");
    }

    @Test
    void whatIsLeftOpenIsOnTrackIfTheOwnerSaysSoAndNothingBlocksIt() {
        PoamId leftOpen = anItemInProgress("it");
        PoamId blocked = anItemInProgress("it");
        collectAfterDays(7);
        Task task = task("it");
        Map<String, Object> withBlocker = Map.of(
                UpdateStatus.ITEM, blocked.text(), UpdateStatus.PERCENT, 20, UpdateStatus.BLOCKER, "Waits for parts");
        Map<String, Object> answers = new LinkedHashMap<>(Map.of(UpdateStatus.REST_ON_TRACK, true));

        answers.put(UpdateStatus.WORDS, json(List.of(word(leftOpen, "", 30), withBlocker)));
        assertThatThrownBy(() -> acting.as(person("it"), () -> tasks.complete(task.getId(), answers)))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith(blocked + ": Say how it stands");

        answers.put(UpdateStatus.WORDS, json(List.of(word(leftOpen, "", 30), word(blocked, "BLOCKED", 20))));
        acting.as(person("it"), () -> tasks.complete(task.getId(), answers));
        assertThat(updates.of(leftOpen)).singleElement().satisfies(each -> {
            assertThat(each.word().outlook()).isEqualTo(Outlook.ON_TRACK);
            assertThat(each.word().percent()).isEqualTo(30);
        });
        assertThat(updates.of(blocked).get(0).word().outlook()).isEqualTo(Outlook.BLOCKED);
    }

    @Test
    void aRoundEndsByItselfOnceTheLastWordIsGivenElsewhere() {
        PoamId item = anItemInProgress("it");
        collectAfterDays(7);
        StatusRound round = rounds.openFor("it").orElseThrow();

        updates.give(item, StatusWord.said(Outlook.ON_TRACK, 50, null, null), person("issm"));

        assertThat(rounds.get(round.id()).endedHow()).isEqualTo(EndedHow.NOTHING_LEFT);
        assertThat(running(UpdateStatus.KEY)).isZero();
    }

    @Test
    void whatGotAnotherOwnerLeavesTheRoundAndTheNextMorningEndsIt() {
        PoamId item = anItemInProgress("it");
        collectAfterDays(7);
        StatusRound round = rounds.openFor("it").orElseThrow();
        jdbc.sql("update poam_item set owner_id = 'ot' where id = ?")
                .param(item.text())
                .update();
        assertThat(shown(task("it"))).doesNotContain(item.text());

        collectAfterDays(1);
        assertThat(rounds.get(round.id()).endedHow()).isEqualTo(EndedHow.NOTHING_LEFT);
        assertThat(shown(task("ot"))).contains(item.text());
    }

    @Test
    void theIssmSpeaksForWhoHasLeft() {
        PoamId item = anItemInProgress("it");
        collectAfterDays(7);
        Actor admin = new Actor("admin", Set.of(Group.CAMUNDA_ADMIN), "page");
        try {
            people.setEnabled("it", false, admin);
            assertThat(task("it").getAssignee()).isNull();
            complete(task("it"), "issm", List.of(word(item, "AT_RISK", 20)), List.of());
            assertThat(updates.of(item).get(0).givenBy()).isEqualTo("issm");
        } finally {
            people.setEnabled("it", true, admin);
        }
    }

    private void assertRefused(Task task, List<Map<String, Object>> words, String why) {
        assertThatThrownBy(() -> complete(task, "it", words, List.of()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(why);
    }

    private PoamId anItemInProgress(String owner) {
        PoamId item = byHand.open(
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
        jdbc.sql("update poam_item set status = 'IN_PROGRESS', owner_id = ?, owner_group = 'remediator',"
                        + " planned_completion = deadline, original_completion = deadline where id = ?")
                .params(owner, item.text())
                .update();
        return item;
    }

    private static Map<String, Object> word(PoamId item, String outlook, int percent) {
        return Map.of(
                UpdateStatus.ITEM,
                item.text(),
                UpdateStatus.OUTLOOK,
                outlook,
                UpdateStatus.PERCENT,
                percent,
                UpdateStatus.NOTE,
                "As planned",
                UpdateStatus.BLOCKER,
                outlook.equals("BLOCKED") ? "Waits for parts" : "");
    }

    private static Map<String, Object> moreTime(PoamId item, LocalDate newDate) {
        return Map.of(
                UpdateStatus.ITEM,
                item.text(),
                UpdateStatus.NEW_DATE,
                newDate.toString(),
                UpdateStatus.REASON,
                "Part is on back order",
                UpdateStatus.INTERIM_MITIGATION,
                "Passwords are changed weekly");
    }

    private void complete(
            Task task, String who, List<Map<String, Object>> words, List<? extends Map<String, ?>> moreTime) {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put(UpdateStatus.WORDS, json(words));
        answers.put(UpdateStatus.MORE_TIME, json(moreTime));
        acting.as(person(who), () -> tasks.complete(task.getId(), answers));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String shown(Task task) {
        return acting.as(person("issm"), () -> forms.getTaskFormVariables(task.getId())
                .getValueTyped(UpdateStatus.WORDS)
                .getValue()
                .toString());
    }

    private Task task(String owner) {
        return tasks.createTaskQuery()
                .processDefinitionKey(UpdateStatus.KEY)
                .processInstanceBusinessKey(
                        Long.toString(rounds.openFor(owner).orElseThrow().id()))
                .singleResult();
    }

    private void collectAfterDays(int days) {
        LocalDate day = calendar.today().plusDays(days);
        do {
            collect();
        } while (calendar.today().isBefore(day));
    }

    /** Moves both clocks to the next collection and lets it happen. */
    private void collect() {
        fire(collection());
    }

    private void fire(Job job) {
        Duration wait =
                Duration.between(clock.instant(), job.getDuedate().toInstant().plusSeconds(5));
        if (!wait.isNegative()) {
            clock.move(wait);
        }
        ClockUtil.setCurrentTime(Date.from(clock.instant()));
        jobs.executeJob(job.getId());
    }

    private Job collection() {
        return jobs.createJobQuery().processDefinitionKey(CollectStatus.KEY).singleResult();
    }

    private Job reminder() {
        return jobs.createJobQuery().processDefinitionKey(UpdateStatus.KEY).singleResult();
    }

    private LocalDate nextCollection() {
        return LocalDate.parse(runtime.createProcessInstanceQuery()
                .processDefinitionKey(CollectStatus.KEY)
                .singleResult()
                .getBusinessKey());
    }

    private long running(String process) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .count();
    }

    private Date eightOn(LocalDate day) {
        return Date.from(
                day.atTime(LocalTime.of(8, 0)).atZone(organization.zone()).toInstant());
    }

    private List<Notice> told(String audience, StatusRound round) {
        return notices.recentFor(people.get(audience), 50).stream()
                .filter(notice -> notice.subject().equals(round.subject()))
                .toList();
    }

    private Actor person(String id) {
        return people.get(id).through("tasklist");
    }
}
