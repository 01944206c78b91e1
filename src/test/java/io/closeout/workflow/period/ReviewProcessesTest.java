package io.closeout.workflow.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.Organization;
import io.closeout.access.People;
import io.closeout.access.PolicyCalendar;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEvent;
import io.closeout.notify.Notices;
import io.closeout.notify.Notices.Notice;
import io.closeout.policy.Track;
import io.closeout.register.ItemByHand;
import io.closeout.register.ItemsByHand;
import io.closeout.register.PoamId;
import io.closeout.reporting.Snapshots;
import io.closeout.review.period.PoamReview;
import io.closeout.review.period.ReviewCalendar;
import io.closeout.review.period.ReviewState;
import io.closeout.review.period.Reviews;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import io.closeout.shared.WorkingDays;
import io.closeout.testing.WholeApplication;
import io.closeout.testing.WithMovableClock;
import io.closeout.web.MovableClock;
import io.closeout.workflow.Acting;
import io.closeout.workflow.ReviewPoam;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** Months go by with the clock moved: reviews open, are signed or missed, and follow one another. */
@SpringBootTest(
        classes = WholeApplication.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:review-processes;DB_CLOSE_DELAY=-1",
            "closeout.demo.data=none",
            "camunda.bpm.job-execution.enabled=false"
        })
@ActiveProfiles("demo")
@Import(WithMovableClock.class)
@DirtiesContext
class ReviewProcessesTest {

    private static final Actor ADMIN = new Actor("admin", Set.of(Group.CAMUNDA_ADMIN), "page");

    @Autowired
    Reviews reviews;

    @Autowired
    Snapshots snapshots;

    @Autowired
    Notices notices;

    @Autowired
    Ledger ledger;

    @Autowired
    ItemsByHand byHand;

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
    void nothingIsOverdueAndNothingIsOpen() {
        jdbc.sql("update poam_item set status = 'CLOSED', closed_on = detected_on")
                .update();
        open().ifPresent(review -> sign(review, "The month before is over"));
    }

    private Optional<PoamReview> open() {
        return reviews.all().stream().filter(PoamReview::isOpen).findFirst();
    }

    @AfterEach
    void theEngineRunsOn() {
        ClockUtil.reset();
    }

    @Test
    void opensOnTheFirstWorkingDayOfEachMonthAndPlansTheNext() {
        YearMonth planned = planned();
        assertThat(opening(planned).getDuedate()).isEqualTo(eightOn(WorkingDays.firstOf(planned)));

        PoamReview review = openNext();

        assertThat(review.period()).isEqualTo(planned);
        assertThat(review.openedOn()).isEqualTo(WorkingDays.firstOf(planned));
        assertThat(review.due()).isEqualTo(WorkingDays.firstOf(planned).plusDays(5));
        assertThat(task(review).getName()).isEqualTo("Sign off review: " + planned);
        assertThat(task(review).getDueDate())
                .hasSameTimeAs(
                        Date.from(calendar.startOf(review.due().plusDays(1)).minusSeconds(1)));
        assertThat(planned()).isEqualTo(planned.plusMonths(1));
        assertThat(opening(planned()).getDuedate()).isEqualTo(eightOn(WorkingDays.firstOf(planned())));
    }

    @Test
    void isSignedOverTheFrozenSnapshotAndLeadershipGetsIt() {
        PoamReview review = openNext();
        String digest = snapshots.get(review.period().toString()).digest();
        assertThat(review.snapshotDigest()).isEqualTo(digest);

        sign(review, null);

        PoamReview signed = reviews.get(review.period());
        assertThat(signed.state()).isEqualTo(ReviewState.SIGNED);
        assertThat(Objects.requireNonNull(signed.signOff()).by()).isEqualTo("issm");
        assertThat(told("leader", review)).extracting(Notice::kind).containsExactly("reviewSigned");
        assertThat(told("leader", review).get(0).text()).contains("signed the review " + review.period(), "0 overdue");
        assertThat(ledger.of(review.subject())).extracting(LedgerEvent::kind).endsWith("reviewSigned");
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(review.period().toString(), ReviewPoam.KEY)
                        .count())
                .isZero();
    }

    @Test
    void needsRemarksWhereSomethingIsOverdueAndShowsWhatBelongsToTheSigner() {
        PoamId own = anOverdueItemOf("issm");
        anOverdueItemOf("it");
        PoamReview review = openNext();
        assertThat(review.overdue()).isEqualTo(2);
        assertThat(shown(review)).contains(own.text(), "days");

        assertThatThrownBy(() -> sign(review, " "))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("2 items are overdue");
        assertThatThrownBy(() -> complete("issm", review, Map.of(ReviewPoam.REMARKS, "Fine")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Tick the box");
        sign(review, "Both get a window on Sunday");

        PoamReview.SignOff signOff =
                Objects.requireNonNull(reviews.get(review.period()).signOff());
        assertThat(signOff.ownOverdue()).isEqualTo(1);
        assertThat(signOff.remarks()).isEqualTo("Both get a window on Sunday");
        assertThat(told("leader", review).get(0).text()).contains("1 of the overdue items are the signer's own");
    }

    @Test
    void isForTheIssm() {
        PoamReview review = openNext();
        assertThatThrownBy(() -> complete("leader", review, Map.of(ReviewPoam.REVIEWED, true)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void remindsTheIssmAndEscalatesToLeadershipByTheTable() {
        PoamReview review = openNext();
        LocalDate due = Objects.requireNonNull(review.due());
        for (int days : new int[] {-1, 1, 3, 10}) {
            assertThat(reminder(review).getDuedate()).isEqualTo(eightOn(due.plusDays(days)));
            fire(reminder(review));
        }
        assertThat(told("issm", review))
                .extracting(Notice::kind)
                .containsExactlyInAnyOrder("reviewReminder", "reviewOverdue");
        assertThat(told("leader", review))
                .extracting(Notice::kind)
                .containsOnly("reviewEscalation")
                .hasSize(2);
    }

    @Test
    void isMissedOnceTheNextOneOpensWhichNamesIt() {
        PoamReview missed = openNext();
        PoamReview next = openNext();

        assertThat(reviews.get(missed.period()).state()).isEqualTo(ReviewState.MISSED);
        assertThat(snapshots.find(missed.period().toString())).isPresent();
        assertThat(next.missedBefore()).isEqualTo(missed.period().toString());
        assertThat(shown(next)).contains(missed.period().toString());
        assertThat(tasks.createTaskQuery().processDefinitionKey(ReviewPoam.KEY).count())
                .isOne();
        sign(next, "We catch up");
        assertThat(openNext().missedBefore()).isEmpty();
    }

    @Test
    void aStandstillOfMonthsOpensOneAndNamesTheRest() {
        YearMonth planned = planned();
        clock.move(Duration.ofDays(75));
        PoamReview late = openNext();

        assertThat(late.period()).isEqualTo(planned);
        assertThat(planned()).isAfter(planned.plusMonths(1));
        assertThat(openNext().missedBefore())
                .contains(planned.toString(), planned.plusMonths(1).toString());
    }

    @Test
    void movesWithTheSettings() {
        YearMonth planned = planned();
        try {
            reviews.change(new ReviewCalendar(20, 3), "The board meets on the 25th", ADMIN);
            assertThat(opening(planned).getDuedate()).isEqualTo(eightOn(planned.atDay(20)));
            assertThat(openNext().due()).isEqualTo(planned.atDay(23));
        } finally {
            reviews.change(new ReviewCalendar(null, 5), null, ADMIN);
        }
    }

    @Test
    void isSignedOnceWhenTwoSignAtOnce() throws Exception {
        PoamReview review = openNext();
        String task = task(review).getId();
        Actor issm = people.get("issm").through("tasklist");
        Runnable signs = () -> acting.as(issm, () -> tasks.complete(task, Map.of(ReviewPoam.REVIEWED, true)));

        assertThat(atOnce(signs, signs)).containsExactlyInAnyOrder(true, false);
        assertThat(told("leader", review)).hasSize(1);
    }

    @Test
    void planningTwiceChangesNothing() {
        YearMonth planned = planned();
        reviews.planFirst();
        assertThat(planned()).isEqualTo(planned);
    }

    private static List<Boolean> atOnce(Runnable... deeds) throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(deeds.length);
        CountDownLatch ready = new CountDownLatch(deeds.length);
        try {
            List<Future<?>> done = Arrays.stream(deeds)
                    .<Future<?>>map(deed -> both.submit(() -> {
                        ready.countDown();
                        ready.await();
                        deed.run();
                        return null;
                    }))
                    .toList();
            return List.of(went(done.get(0)), went(done.get(1)));
        } finally {
            both.shutdownNow();
        }
    }

    private static boolean went(Future<?> deed) throws Exception {
        try {
            deed.get(30, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException lost) {
            return false;
        }
    }

    private PoamId anOverdueItemOf(String owner) {
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
                        people.get("issm").through("page"))
                .id();
        jdbc.sql("update poam_item set owner_id = ?, deadline = ? where id = ?")
                .params(owner, calendar.today().minusDays(20), item.text())
                .update();
        return item;
    }

    private PoamReview openNext() {
        YearMonth period = planned();
        fire(opening(period));
        return reviews.get(period);
    }

    private YearMonth planned() {
        return reviews.all().stream()
                .filter(each -> each.state() == ReviewState.PLANNED)
                .map(PoamReview::period)
                .findFirst()
                .orElseThrow();
    }

    private void sign(PoamReview review, @Nullable String remarks) {
        Map<String, Object> answers = new HashMap<>();
        answers.put(ReviewPoam.REVIEWED, true);
        answers.put(ReviewPoam.REMARKS, remarks);
        complete("issm", review, answers);
    }

    private void complete(String who, PoamReview review, Map<String, Object> answers) {
        acting.as(
                people.get(who).through("tasklist"),
                () -> tasks.complete(task(review).getId(), answers));
    }

    private String shown(PoamReview review) {
        return acting.as(people.get("issm").through("tasklist"), () -> forms.getTaskFormVariables(
                        task(review).getId())
                .getValueTyped("request")
                .getValue()
                .toString());
    }

    private Task task(PoamReview review) {
        return tasks.createTaskQuery()
                .processDefinitionKey(ReviewPoam.KEY)
                .processInstanceBusinessKey(review.period().toString())
                .singleResult();
    }

    private Job opening(YearMonth period) {
        return jobOf(period);
    }

    private Job reminder(PoamReview review) {
        return jobOf(review.period());
    }

    private Job jobOf(YearMonth period) {
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(period.toString(), ReviewPoam.KEY)
                .singleResult()
                .getId();
        return jobs.createJobQuery().processInstanceId(instance).singleResult();
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

    private Date eightOn(LocalDate day) {
        return Date.from(
                day.atTime(LocalTime.of(8, 0)).atZone(organization.zone()).toInstant());
    }

    private List<Notice> told(String person, PoamReview review) {
        return notices.recentFor(people.get(person), 100).stream()
                .filter(notice -> notice.subject().equals(review.subject()))
                .toList();
    }
}
