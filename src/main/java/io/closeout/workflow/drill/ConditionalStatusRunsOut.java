package io.closeout.workflow.drill;

import io.closeout.access.Actor;
import io.closeout.access.People;
import io.closeout.assessment.AssessmentKind;
import io.closeout.assessment.Assessments;
import io.closeout.assessment.CmmcStatus;
import io.closeout.assessment.CmmcStatuses;
import io.closeout.assessment.NewResult;
import io.closeout.assessment.NewStatus;
import io.closeout.assessment.Occasion;
import io.closeout.assessment.Requirement;
import io.closeout.assessment.Requirements;
import io.closeout.assessment.Result;
import io.closeout.policy.Decisions;
import io.closeout.register.Scopes;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A Conditional CMMC status with two requirements not met is recorded on the first day; nobody affirms it, and nobody closes it out. By
 * {@code statusNotices} people are warned, and when its 180 days are over it expires (32 CFR 170.21(b)).
 */
@Component
@Profile("drill")
@Order(4)
class ConditionalStatusRunsOut implements Exercise {

    private static final int DAYS = 180;
    private static final Set<String> NOT_MET = Set.of("AC.L2-3.1.3", "AU.L2-3.3.3");

    private final Decisions decisions;
    private final Assessments assessments;
    private final CmmcStatuses statuses;
    private final Scopes scopes;
    private final People people;
    private Optional<Long> recorded = Optional.empty();

    ConditionalStatusRunsOut(
            Decisions decisions, Assessments assessments, CmmcStatuses statuses, Scopes scopes, People people) {
        this.decisions = decisions;
        this.assessments = assessments;
        this.statuses = statuses;
        this.scopes = scopes;
        this.people = people;
    }

    @Override
    public String title() {
        return "A Conditional CMMC status is closed out within 180 days, or expires";
    }

    @Override
    public void work(LocalDate day) {
        if (recorded.isEmpty()) {
            Actor issm = people.get("issm").through("page");
            String scope = scopes.resolve(null).id();
            assessments.record(
                    scope,
                    Requirements.all().stream().map(each -> result(each, day)).toList(),
                    issm);
            NewStatus status = new NewStatus(AssessmentKind.SELF, "Mara Lindqvist", day);
            recorded = Optional.of(statuses.record(scope, status, issm).id());
        }
    }

    private static NewResult result(Requirement requirement, LocalDate day) {
        return NOT_MET.contains(requirement.id())
                ? new NewResult(requirement, Result.NOT_MET, "Not written down.", day)
                : new NewResult(requirement, Result.MET, null, day);
    }

    @Override
    public List<Expected> on(LocalDate day) {
        return recorded.map(statuses::get).stream()
                .flatMap(status -> owed(status, day))
                .toList();
    }

    private Stream<Expected> owed(CmmcStatus status, LocalDate day) {
        LocalDate lastDay = status.statusDate().plusDays(DAYS);
        if (day.isAfter(lastDay)) {
            return day.equals(lastDay.plusDays(1))
                    ? told(status, day, "cmmcStatusExpired", "issm, leadership", "32 CFR 170.21(b): day 180 is over")
                    : Stream.empty();
        }
        return Stream.concat(
                notice(status, "CONDITIONAL_ENDS", lastDay, day),
                notice(status, "AFFIRMATION", affirmedBy(status), day));
    }

    private LocalDate affirmedBy(CmmcStatus status) {
        return TableRow.all(decisions, "affirmationDates", Map.of("occasion", Occasion.CONDITIONAL.name()))
                .map(row -> status.statusDate().plusDays(row.number("dueDaysAfter")))
                .findFirst()
                .orElseThrow();
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
