package io.closeout.workflow.drill;

import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.assessment.CmmcStatus;
import io.closeout.assessment.CmmcStatus.Affirmation;
import io.closeout.assessment.CmmcStatus.Closeout;
import io.closeout.assessment.CmmcStatuses;
import io.closeout.assessment.Occasion;
import io.closeout.assessment.StatusState;
import io.closeout.policy.Decisions;
import io.closeout.register.Scopes;
import io.closeout.workflow.TrackConditionalStatus;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * By {@code statusNotices} and {@code affirmationDates} people are warned before a Conditional CMMC status ends (32 CFR 170.21(b)) and
 * asked to affirm in time (32 CFR 170.22(a)(3)); one that nobody closes out expires.
 */
@Component
@Profile("drill")
@Order(4)
class CmmcStatusesKeepTheirDays implements Exercise {

    private static final int CONDITIONAL_DAYS = 180;
    private static final int FINAL_YEARS = 3;

    private final Decisions decisions;
    private final CmmcStatuses statuses;
    private final Scopes scopes;
    private final PlayedStatuses played;
    private final PolicyCalendar calendar;

    CmmcStatusesKeepTheirDays(
            Decisions decisions, CmmcStatuses statuses, Scopes scopes, PlayedStatuses played, PolicyCalendar calendar) {
        this.decisions = decisions;
        this.statuses = statuses;
        this.scopes = scopes;
        this.played = played;
        this.calendar = calendar;
    }

    /** What is to be affirmed next: its task opens on one day and is due on another. */
    private record Affirming(Occasion occasion, LocalDate opens, LocalDate due, String source) {}

    @Override
    public String title() {
        return "CMMC statuses are closed out within 180 days, affirmed every year, or expire";
    }

    @Override
    public void work(LocalDate day) {
        played.work(day);
    }

    @Override
    public List<Expected> on(LocalDate day) {
        return scopes.all().stream()
                .flatMap(scope -> statuses.of(scope.id()).stream())
                .flatMap(status -> owed(status, day))
                .toList();
    }

    private Stream<Expected> owed(CmmcStatus status, LocalDate day) {
        LocalDate lastDay = lastDay(status);
        if (day.isAfter(lastDay)) {
            return day.equals(lastDay.plusDays(1))
                    ? told(status, day, "cmmcStatusExpired", "issm, leadership", "32 CFR 170.21(b): day 180 is over")
                    : Stream.empty();
        }
        String topic = isFinal(status) ? "FINAL_ENDS" : "CONDITIONAL_ENDS";
        return Stream.concat(
                notice(status, topic, lastDay, day),
                affirming(status).stream().flatMap(next -> owed(status, next, day)));
    }

    private Stream<Expected> owed(CmmcStatus status, Affirming next, LocalDate day) {
        Stream<Expected> notices = notice(status, "AFFIRMATION", next.due(), day);
        return next.opens().equals(day)
                ? Stream.concat(
                        Stream.of(new Expected(
                                day,
                                TrackConditionalStatus.KEY,
                                Channel.TASK,
                                TrackConditionalStatus.TASK_AFFIRM_FINAL,
                                Group.LEADERSHIP.id(),
                                next.source())),
                        notices)
                : notices;
    }

    private static boolean isFinal(CmmcStatus status) {
        return status.beganAs() == StatusState.FINAL || closeout(status).isPresent();
    }

    private static LocalDate lastDay(CmmcStatus status) {
        return isFinal(status)
                ? status.statusDate().plusYears(FINAL_YEARS)
                : status.statusDate().plusDays(CONDITIONAL_DAYS);
    }

    private static Optional<Closeout> closeout(CmmcStatus status) {
        return status.closeouts().stream().filter(Closeout::allMet).findFirst();
    }

    private Optional<Affirming> affirming(CmmcStatus status) {
        Set<Occasion> made =
                status.affirmations().stream().map(Affirmation::occasion).collect(Collectors.toSet());
        return occasions(status)
                .filter(each -> !made.contains(each))
                .findFirst()
                .map(each -> affirming(status, each));
    }

    private static Stream<Occasion> occasions(CmmcStatus status) {
        if (!isFinal(status)) {
            return Stream.of(Occasion.CONDITIONAL);
        }
        Occasion first = status.beganAs() == StatusState.FINAL ? Occasion.FINAL : Occasion.CLOSEOUT;
        return Stream.of(first, Occasion.FIRST_ANNIVERSARY, Occasion.SECOND_ANNIVERSARY);
    }

    private Affirming affirming(CmmcStatus status, Occasion occasion) {
        LocalDate happens =
                switch (occasion) {
                    case CONDITIONAL, FINAL -> status.statusDate();
                    case CLOSEOUT ->
                        calendar.dateOf(closeout(status).orElseThrow().recordedAt());
                    case FIRST_ANNIVERSARY -> status.statusDate().plusYears(1);
                    case SECOND_ANNIVERSARY -> status.statusDate().plusYears(2);
                };
        TableRow row = TableRow.all(decisions, "affirmationDates", Map.of("occasion", occasion.name()))
                .findFirst()
                .orElseThrow();
        return new Affirming(
                occasion,
                happens.minusDays(row.number("opensDaysBefore")),
                happens.plusDays(row.number("dueDaysAfter")),
                row.word("source"));
    }

    private Stream<Expected> notice(CmmcStatus status, String topic, LocalDate counted, LocalDate day) {
        return TableRow.all(decisions, "statusNotices", Map.of("topic", topic))
                .filter(row -> row.fallsOn(day, counted, "offsetDays", "repeatDays"))
                .max(Comparator.comparing(row -> row.number("rank")))
                .stream()
                .flatMap(row -> told(status, day, row.word("kind"), row.word("audience"), row.word("source")));
    }

    /** To the first group by the kind itself, to others by the kind and their name. */
    private static Stream<Expected> told(
            CmmcStatus status, LocalDate day, String kind, String audiences, String because) {
        List<String> groups =
                Arrays.stream(audiences.split(",")).map(String::strip).toList();
        return IntStream.range(0, groups.size())
                .mapToObj(i -> new Expected(
                        day,
                        CmmcStatuses.subject(status.id()),
                        Channel.NOTICE,
                        i == 0 ? kind : kind + "/" + groups.get(i),
                        groups.get(i),
                        because));
    }
}
