package io.closeout.workflow.demo;

import io.closeout.access.People;
import io.closeout.access.PolicyCalendar;
import io.closeout.review.period.PoamReview;
import io.closeout.review.period.Reviews;
import io.closeout.review.status.Outlook;
import io.closeout.review.status.StatusRound;
import io.closeout.review.status.StatusRounds;
import io.closeout.review.status.StatusUpdates;
import io.closeout.review.status.StatusWord;
import io.closeout.shared.WorkingDays;
import io.closeout.workflow.Acting;
import io.closeout.workflow.ReviewPoam;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the calendar asked of the sample people: the last monthly review, which is signed, and a round that is open. */
@Component
@Profile("demo")
class SampleRounds {

    private static final Duration HOUR = Duration.ofHours(8).plusMinutes(3);
    private static final int DAYS_TO_SIGN = 2;

    private final DemoClock clock;
    private final PolicyCalendar calendar;
    private final Reviews reviews;
    private final StatusRounds rounds;
    private final StatusUpdates updates;
    private final People people;
    private final Acting acting;
    private final TaskService tasks;
    private final ManagementService jobs;

    SampleRounds(
            DemoClock clock,
            PolicyCalendar calendar,
            Reviews reviews,
            StatusRounds rounds,
            StatusUpdates updates,
            People people,
            Acting acting,
            TaskService tasks,
            ManagementService jobs) {
        this.clock = clock;
        this.calendar = calendar;
        this.reviews = reviews;
        this.rounds = rounds;
        this.updates = updates;
        this.people = people;
        this.acting = acting;
        this.tasks = tasks;
        this.jobs = jobs;
    }

    /** Something that happens on a day. */
    record Chore(LocalDate on, Runnable work) {}

    /** In the order of their days. The latest first working day of a month lies within the forty days of the story. */
    Deque<Chore> review(LocalDate today) {
        LocalDate opens = WorkingDays.firstOf(YearMonth.from(today));
        if (opens.plusDays(DAYS_TO_SIGN).isAfter(today)) {
            opens = WorkingDays.firstOf(YearMonth.from(today).minusMonths(1));
        }
        YearMonth period = YearMonth.from(opens);
        Deque<Chore> chores = new ArrayDeque<>();
        chores.add(chore(opens.minusDays(1), reviews::planFirst));
        chores.add(chore(opens, () -> open(period)));
        chores.add(chore(opens.plusDays(DAYS_TO_SIGN), () -> sign(period)));
        return chores;
    }

    /** A word on one item, and a question to its owner about the others. */
    void askAnOwner() {
        rounds.ownersToAsk().stream().findFirst().ifPresent(owner -> {
            rounds.open(owner);
            StatusRound round = rounds.openFor(owner).orElseThrow();
            if (rounds.itemsOf(round).size() > 1) {
                updates.give(
                        rounds.itemsOf(round).get(0).id(),
                        StatusWord.said(
                                Outlook.AT_RISK,
                                60,
                                "Two of three machines are done.",
                                "The third runs the press and stops on Sundays only."),
                        people.get(owner).through("page"));
            }
        });
    }

    private Chore chore(LocalDate on, Runnable work) {
        return new Chore(on, () -> {
            clock.goBackTo(calendar.startOf(on).plus(HOUR));
            work.run();
        });
    }

    private void open(YearMonth period) {
        jobs.createJobQuery().processDefinitionKey(ReviewPoam.KEY).timers().list().stream()
                .findFirst()
                .ifPresent(timer -> jobs.executeJob(timer.getId()));
        if (!reviews.get(period).isOpen()) {
            throw new IllegalStateException("The review " + period + " did not open");
        }
    }

    private void sign(YearMonth period) {
        PoamReview review = reviews.get(period);
        String task = tasks.createTaskQuery()
                .processDefinitionKey(ReviewPoam.KEY)
                .processInstanceBusinessKey(review.period().toString())
                .singleResult()
                .getId();
        acting.as(
                people.get("issm").through("tasklist"),
                () -> tasks.complete(
                        task,
                        Map.of(
                                ReviewPoam.REVIEWED,
                                true,
                                ReviewPoam.REMARKS,
                                "Nothing is late. The plant floor waits for its maintenance window in December.")));
    }
}
