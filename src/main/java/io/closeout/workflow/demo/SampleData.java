package io.closeout.workflow.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.closeout.access.Actor;
import io.closeout.access.People;
import io.closeout.access.PolicyCalendar;
import io.closeout.intake.Scans;
import io.closeout.register.ItemFilter;
import io.closeout.register.ItemSearch;
import io.closeout.register.ItemSummary;
import io.closeout.register.PoamId;
import io.closeout.shared.PageRequest;
import io.closeout.workflow.demo.SampleRounds.Chore;
import io.closeout.workflow.demo.SampleStory.Deed;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Forty days of the sample company, lived in a few seconds before the demo is ready. Whatever goes wrong, the demo starts
 * with what there is. {@code closeout.demo.data=none} leaves the register empty.
 */
@Component
@Profile("demo")
@ConditionalOnProperty(name = "closeout.demo.data", havingValue = "sample", matchIfMissing = true)
class SampleData implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(SampleData.class);

    private static final int FIRST_SCAN_DAYS_AGO = 40;
    private static final int ASSESSED_DAYS_AGO = 37;
    private static final Duration EVENING = Duration.ofHours(17);
    private static final Duration MORNING = Duration.ofHours(8);
    private static final Duration BETWEEN_DEEDS = Duration.ofMinutes(11);

    private final DemoClock clock;
    private final PolicyCalendar calendar;
    private final People people;
    private final Scans scans;
    private final SampleScans files;
    private final SampleImport imports;
    private final SampleAssessment assessment;
    private final SampleWork work;
    private final SampleRounds rounds;
    private final SampleThreats threats;
    private final ItemSearch items;
    private final ObjectMapper json;

    SampleData(
            DemoClock clock,
            PolicyCalendar calendar,
            People people,
            Scans scans,
            SampleScans files,
            SampleImport imports,
            SampleAssessment assessment,
            SampleWork work,
            SampleRounds rounds,
            SampleThreats threats,
            ItemSearch items,
            ObjectMapper json) {
        this.clock = clock;
        this.calendar = calendar;
        this.people = people;
        this.scans = scans;
        this.files = files;
        this.imports = imports;
        this.assessment = assessment;
        this.work = work;
        this.rounds = rounds;
        this.threats = threats;
        this.items = items;
        this.json = json;
    }

    /** Before the job executor starts, which is when the application is ready: no timer fires on a clock set back. */
    @Override
    public void run(ApplicationArguments arguments) {
        if (scans.list(new PageRequest(0, 1, "")).total() > 0) {
            return;
        }
        Instant started = Instant.now();
        try {
            LocalDate today = calendar.today();
            scan(today.minusDays(FIRST_SCAN_DAYS_AGO));
            clock.goBackTo(calendar.startOf(today.minusDays(ASSESSED_DAYS_AGO)).plus(MORNING.minusHours(1)));
            assessment.record();
            live(SampleStory.deeds(SampleStory.all(today, json)), rounds.review(today));
            rounds.askAnOwner();
            clock.goBackTo(calendar.startOf(today).minus(BETWEEN_DEEDS));
            threats.take(today, people.get("issm").through("page"));
            log.info(
                    "Sample data made in {} ms",
                    Duration.between(started, Instant.now()).toMillis());
        } catch (IOException | RuntimeException e) {
            log.warn("The demo starts with less sample data than it should", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            clock.showSystemTime();
        }
    }

    private void scan(LocalDate day) throws IOException, InterruptedException {
        Actor issm = people.get("issm").through("page");
        clock.goBackTo(calendar.startOf(day).plus(MORNING));
        imports.inventory(issm);
        Instant end = calendar.startOf(day).plus(EVENING);
        clock.goBackTo(calendar.startOf(day.plusDays(1)).plus(MORNING.minusHours(1)));
        imports.scan(files.first(end), issm);
    }

    /** A deed that fails ends the story of its item; the others go on. */
    private void live(List<Deed> deeds, Deque<Chore> chores) {
        Map<String, PoamId> idOfCheck = idOfCheck();
        Map<String, RuntimeException> failed = new HashMap<>();
        Instant moment = Instant.EPOCH;
        for (Deed deed : deeds) {
            doUntil(deed.act().on(), chores);
            moment = later(moment, calendar.startOf(deed.act().on()).plus(MORNING));
            clock.goBackTo(moment);
            if (!failed.containsKey(deed.check())) {
                try {
                    work.perform(Objects.requireNonNull(idOfCheck.get(deed.check()), deed.check()), deed.act());
                } catch (RuntimeException e) {
                    failed.put(deed.check(), e);
                }
            }
        }
        doUntil(calendar.today().plusDays(1), chores);
        failed.values().stream()
                .findFirst()
                .ifPresent(first -> log.warn("The stories of the checks {} break off early", failed.keySet(), first));
    }

    /** What the calendar asks before that day. */
    private static void doUntil(LocalDate day, Deque<Chore> chores) {
        while (!chores.isEmpty() && chores.peek().on().isBefore(day)) {
            chores.remove().work().run();
        }
    }

    private static Instant later(Instant last, Instant morning) {
        Instant next = last.plus(BETWEEN_DEEDS);
        return next.isAfter(morning) ? next : morning;
    }

    private Map<String, PoamId> idOfCheck() {
        return items.find(ItemFilter.ALL, new PageRequest(0, PageRequest.LARGEST, "")).items().stream()
                .collect(Collectors.toMap(
                        item -> Objects.requireNonNullElse(item.sourceId(), item.id()),
                        (ItemSummary item) -> new PoamId(item.id())));
    }
}
