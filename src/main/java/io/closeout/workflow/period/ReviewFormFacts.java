package io.closeout.workflow.period;

import io.closeout.access.People;
import io.closeout.access.Person;
import io.closeout.access.PolicyCalendar;
import io.closeout.register.ItemStatus;
import io.closeout.reporting.Figures;
import io.closeout.reporting.FrozenItem;
import io.closeout.reporting.Snapshot;
import io.closeout.reporting.Snapshots;
import io.closeout.review.period.ExpiringAcceptances;
import io.closeout.review.period.ExpiringAcceptances.Expiring;
import io.closeout.review.period.PoamReview;
import io.closeout.review.period.Reviews;
import io.closeout.review.period.WaitingApprovals;
import io.closeout.review.period.WaitingApprovals.Waiting;
import io.closeout.shared.Severity;
import io.closeout.workflow.RequestFacts;
import io.closeout.workflow.ReviewPoam;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the form of a review shows: the frozen figures, and what is to be decided soon. Keys are part of the form's contract. */
@Component
class ReviewFormFacts implements RequestFacts {

    private static final int MOST_OVERDUE = 200;
    /** Until the review after the next. */
    private static final int SOON_DAYS = 60;

    private final Reviews reviews;
    private final Snapshots snapshots;
    private final WaitingApprovals approvals;
    private final ExpiringAcceptances acceptances;
    private final People people;
    private final PolicyCalendar calendar;

    ReviewFormFacts(
            Reviews reviews,
            Snapshots snapshots,
            WaitingApprovals approvals,
            ExpiringAcceptances acceptances,
            People people,
            PolicyCalendar calendar) {
        this.reviews = reviews;
        this.snapshots = snapshots;
        this.approvals = approvals;
        this.acceptances = acceptances;
        this.people = people;
        this.calendar = calendar;
    }

    @Override
    public String process() {
        return ReviewPoam.KEY;
    }

    @Override
    public Optional<String> title(String period) {
        return Optional.of(period);
    }

    @Override
    public Map<String, Object> facts(String period) {
        PoamReview review = reviews.get(period);
        Snapshot snapshot = snapshots.get(period);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("period", period);
        facts.put("due", String.valueOf(review.due()));
        facts.put("missed", review.missedBefore());
        facts.put("page", "/reviews/" + period);
        facts.put("digest", snapshot.digest());
        figures(snapshot.figures(), facts);
        facts.put(
                "overdue",
                snapshots.overdue(snapshot, MOST_OVERDUE).stream()
                        .map(item -> overdue(item, snapshot.figures().asOf()))
                        .toList());
        facts.put("approvals", approvals.all().stream().map(this::approval).toList());
        facts.put("expiring", expiring());
        return facts;
    }

    private static void figures(Figures figures, Map<String, Object> facts) {
        facts.put("asOf", figures.asOf().toString());
        facts.put("from", figures.from().toString());
        facts.put("open", figures.open());
        facts.put("bySeverity", words(figures.bySeverity(), Severity::label));
        facts.put("byStatus", words(figures.byStatus(), ItemStatus::label));
        facts.put("overdueCount", figures.overdue().count());
        facts.put("overduePercent", figures.overdue().percent());
        facts.put("overdueMean", figures.overdue().meanDays());
        facts.put("overdueMost", figures.overdue().mostDays());
        facts.put("opened", figures.opened());
        facts.put("closed", figures.closed());
        facts.put("remediated", figures.remediation().items());
        facts.put("meanDays", number(figures.remediation().meanDays()));
        facts.put("medianDays", number(figures.remediation().medianDays()));
        facts.put("asked", figures.extensionsAsked());
        facts.put("granted", figures.extensionsGranted());
        facts.put("withoutOwner", figures.withoutOwner());
        facts.put("withoutPlan", figures.withoutPlan());
        Figures.Oldest oldest = figures.oldest();
        facts.put("oldest", oldest == null ? "none" : oldest.id() + ", detected " + oldest.detectedOn());
    }

    private static <K> String words(Map<K, Integer> counts, Function<K, String> label) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(each -> label.apply(each.getKey()) + " " + each.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String number(@Nullable Double days) {
        return days == null ? "–" : days.toString();
    }

    private Map<String, Object> overdue(FrozenItem item, LocalDate asOf) {
        return Map.of(
                "id", item.id(),
                "title", item.title(),
                "priority", item.priority().label(),
                "due", item.due().toString(),
                "days", ChronoUnit.DAYS.between(item.due(), asOf),
                "owner", item.ownerId() == null ? "nobody" : name(item.ownerId()));
    }

    private Map<String, Object> approval(Waiting waiting) {
        return Map.of(
                "id", waiting.item().text(),
                "what", waiting.kind().label(),
                "state", waiting.state().label(),
                "by", name(waiting.askedBy()),
                "on", calendar.dateOf(waiting.askedAt()).toString());
    }

    private List<Map<String, Object>> expiring() {
        LocalDate soon = calendar.today().plusDays(SOON_DAYS);
        return acceptances.until(soon).stream().map(ReviewFormFacts::expiring).toList();
    }

    private static Map<String, Object> expiring(Expiring acceptance) {
        return Map.of(
                "id", acceptance.item().text(),
                "title", acceptance.title(),
                "ends", acceptance.endsOn().toString());
    }

    private String name(String personId) {
        return people.find(personId).map(Person::name).orElse(personId);
    }
}
