package io.closeout.workflow.drill;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.closeout.access.Actor;
import io.closeout.access.People;
import io.closeout.access.PolicyCalendar;
import io.closeout.register.ItemsByHand;
import io.closeout.register.PoamId;
import io.closeout.workflow.demo.SampleStory.Act;
import io.closeout.workflow.demo.SampleWork;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lives through the thirteen months, day by day: first what must happen is reckoned, then the clocks run and people work. */
@Component
@Profile("drill")
class DrillRun {

    private static final Duration BETWEEN_ACTS = Duration.ofMinutes(5);
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    private final DrillCompany company;
    private final People people;
    private final ItemsByHand items;
    private final SampleWork work;
    private final List<Exercise> exercises;
    private final DueJobs jobs;
    private final Watch watch;
    private final PolicyCalendar calendar;
    private final List<DrillCase> portfolio;

    private final Map<String, PoamId> opened = new LinkedHashMap<>();
    private final Map<String, Fault> brokenOff = new LinkedHashMap<>();
    private final List<Owed> owed = new ArrayList<>();

    DrillRun(
            DrillCompany company,
            People people,
            ItemsByHand items,
            SampleWork work,
            List<Exercise> exercises,
            DueJobs jobs,
            Watch watch,
            PolicyCalendar calendar,
            ObjectMapper json) {
        this.company = company;
        this.people = people;
        this.items = items;
        this.work = work;
        this.exercises = exercises;
        this.jobs = jobs;
        this.watch = watch;
        this.calendar = calendar;
        this.portfolio = DrillCase.all(json);
    }

    /** An expectation and whose it is. */
    private record Owed(String exercise, Expected expected) {}

    /** Once in a program's life. */
    DrillOutcome live() {
        company.moveIn();
        watch.begin();
        DrillCalendar.FIRST_DAY.datesUntil(DrillCalendar.LAST_DAY.plusDays(1)).forEach(this::live);
        List<Fault> faults = new ArrayList<>(jobs.faults());
        faults.addAll(brokenOff.values());
        return new DrillOutcome(verdicts(), watch.seen(), faults, caseNames());
    }

    private List<Verdict> verdicts() {
        Judge judge = new Judge(watch.seen());
        return owed.stream()
                .map(each -> judge.verdict(
                        each.exercise(), watch.storyOf(each.expected().subject()), each.expected()))
                .toList();
    }

    private Map<String, String> caseNames() {
        Map<String, String> names = new LinkedHashMap<>();
        opened.forEach((name, item) -> names.put(item.text(), name));
        return names;
    }

    private void live(LocalDate day) {
        runUntil(at(day, DrillCalendar.BEFORE_WORK));
        exercises.forEach(
                exercise -> exercise.on(day).forEach(expected -> owed.add(new Owed(exercise.title(), expected))));
        runUntil(at(day, DrillCalendar.WORK));
        exercises.forEach(exercise -> work(exercise, day));
        portfolio.forEach(each -> work(each, day));
        runUntil(at(day, LAST_MINUTE));
    }

    private void work(Exercise exercise, LocalDate day) {
        if (brokenOff.containsKey(exercise.title())) {
            return;
        }
        try {
            exercise.work(day);
        } catch (RuntimeException refused) {
            brokenOff.put(exercise.title(), new Fault(day, "", exercise.title(), String.valueOf(refused.getMessage())));
        }
        watch.look();
    }

    private void work(DrillCase played, LocalDate day) {
        if (played.detected().equals(day)) {
            opened.put(played.name(), items.open(played.item(), issm()).id());
            watch.look();
        }
        played.acts().stream().filter(act -> act.on().equals(day)).forEach(act -> {
            runUntil(calendar.now().plus(BETWEEN_ACTS));
            act(played.name(), act);
        });
    }

    /** An act that fails ends the story of its item; the others go on. */
    private void act(String name, Act act) {
        if (brokenOff.containsKey(name)) {
            return;
        }
        PoamId item = Objects.requireNonNull(opened.get(name), name);
        try {
            work.perform(item, act);
        } catch (RuntimeException refused) {
            String what = "%s could not do \"%s\"".formatted(act.who(), act.does());
            brokenOff.put(name, new Fault(act.on(), item.text(), what, String.valueOf(refused.getMessage())));
        }
        watch.look();
    }

    private void runUntil(Instant moment) {
        if (jobs.runUntil(moment) > 0) {
            watch.look();
        }
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(DrillCalendar.ZONE).toInstant();
    }

    private Actor issm() {
        return people.get("issm").through("page");
    }
}
