package io.closeout.assessment;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.assessment.CmmcStatus.Entry;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.policy.Track;
import io.closeout.register.ItemSearch;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.shared.NotFound;
import io.closeout.shared.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The CMMC status of each scope: recorded where the results allow it, closed out or expired, one at a time (32 CFR 170.21). Every change
 * holds the scope or the status first, so that recording, closing out and expiring happen one after the other.
 */
@Service
@Transactional
public class CmmcStatuses {

    private static final int LONGEST_REASON = 2000;

    private final StatusRows rows;
    private final ResultRows results;
    private final Assessments assessments;
    private final Register register;
    private final ItemSearch search;
    private final Ledger ledger;
    private final PolicyCalendar calendar;
    private final ApplicationEventPublisher events;

    CmmcStatuses(
            StatusRows rows,
            ResultRows results,
            Assessments assessments,
            Register register,
            ItemSearch search,
            Ledger ledger,
            PolicyCalendar calendar,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.results = results;
        this.assessments = assessments;
        this.register = register;
        this.search = search;
        this.ledger = ledger;
        this.calendar = calendar;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public CmmcStatus get(long id) {
        return rows.find(id).orElseThrow(() -> NotFound.of("CMMC status", id));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<CmmcStatus> of(String scope) {
        return rows.of(scope);
    }

    /** The one that runs. */
    @Transactional(readOnly = true)
    public Optional<CmmcStatus> active(String scope) {
        return rows.active(scope);
    }

    /** Of all scopes. */
    @Transactional(readOnly = true)
    public List<CmmcStatus> active() {
        return rows.active();
    }

    /** What stands against recording a status on the results up to a day; empty if it could be recorded. */
    @Transactional(readOnly = true)
    public List<String> obstacles(String scope, LocalDate statusDate) {
        return StatusRules.obstacles(assessments.upTo(scope, statusDate), statusDate);
    }

    /**
     * Records the status that the results up to its date give: Final if nothing is not met, else Conditional. The deadlines of the
     * assessment's open items follow day 180.
     *
     * @throws Refused naming everything that stands against it, and while another status of the scope runs
     */
    public CmmcStatus record(String scope, NewStatus wanted, Actor by) {
        by.mustBeIn("record a CMMC status", Group.ISSM);
        results.hold(scope);
        rows.active(scope).ifPresent(running -> {
            throw Refused.because("%s of %s is current. Leadership withdraws it before another is recorded."
                    .formatted(running.label(), running.statusDate()));
        });
        Assessment assessment = assessments.upTo(scope, wanted.statusDate());
        boolean conditional = !assessment.scorecard().notMet().isEmpty();
        StatusRules.mustBeCurrent(wanted.statusDate(), conditional, calendar.today());
        mustHaveNone(StatusRules.obstacles(assessment, wanted.statusDate()));
        StatusState state = conditional ? StatusState.CONDITIONAL : StatusState.FINAL;
        int score = assessment.scorecard().score();
        long id = rows.insert(scope, wanted, state, score, by.id(), calendar.now());
        entries(assessment).forEach(entry -> rows.insert(id, entry));
        ledger.append(entry("cmmcStatusRecorded", id, by)
                .with("scope", scope)
                .with("state", state)
                .with("kind", wanted.kind())
                .with("assessor", wanted.assessor())
                .with("statusDate", wanted.statusDate())
                .with("score", score));
        reassessDeadlines(scope, wanted.statusDate(), conditional, by);
        events.publishEvent(new StatusRecorded(id));
        return get(id);
    }

    private static void mustHaveNone(List<String> obstacles) {
        if (!obstacles.isEmpty()) {
            throw Refused.because(String.join(" ", obstacles));
        }
    }

    private static List<Entry> entries(Assessment assessment) {
        Scorecard scorecard = assessment.scorecard();
        return scorecard.notMet().stream()
                .map(each -> new Entry(
                        each,
                        each.lost(scorecard.results().get(each)),
                        assessment.entry(each).map(PoamItem::id).orElseThrow().text()))
                .toList();
    }

    private void reassessDeadlines(String scope, LocalDate statusDate, boolean conditional, Actor by) {
        if (conditional) {
            String why = "A Conditional CMMC status of " + statusDate + " was recorded.";
            search.openIds(scope, Track.ASSESSMENT).forEach(item -> register.reassessDeadline(item, why, by));
        }
    }

    /**
     * The last day is over: a Conditional status was not closed out, or a Final one is three years old. Items stay as they are.
     *
     * @throws IllegalStateException if it is not over, or somebody was faster
     */
    public CmmcStatus expire(long id) {
        CmmcStatus status = hold(id);
        if (!status.state().isActive() || !calendar.today().isAfter(status.lastDay())) {
            throw new IllegalStateException("CMMC status " + id + " is " + status.state() + " and its last day is "
                    + status.lastDay() + ": nothing to expire");
        }
        String why = status.isConditional()
                ? "Not closed out by day 180, %s (32 CFR 170.21(b)).".formatted(status.lastDay())
                : "Three years old on %s: a new assessment is due (32 CFR 170.16(a)(1), 170.17(a)(1))."
                        .formatted(status.lastDay());
        end(status, StatusState.EXPIRED, why, Actor.system("timer"));
        return get(id);
    }

    /** Takes back what was recorded by mistake, or makes room for a new assessment's status. */
    public void withdraw(long id, @Nullable String reason, Actor by) {
        by.mustBeIn("withdraw a CMMC status", Group.LEADERSHIP);
        CmmcStatus status = hold(id);
        if (!status.state().isActive()) {
            throw Refused.because("This status ended on " + status.endedOn() + " already.");
        }
        end(
                status,
                StatusState.WITHDRAWN,
                WrittenText.required(reason, LONGEST_REASON, "Say why the status is withdrawn."),
                by);
        events.publishEvent(new StatusWithdrawn(id));
    }

    private void end(CmmcStatus status, StatusState how, String why, Actor by) {
        rows.end(status.id(), how, calendar.today(), why);
        ledger.append(entry("cmmcStatus" + how.label(), status.id(), by)
                .changed("state", status.state(), how)
                .because(why));
    }

    private CmmcStatus hold(long id) {
        rows.hold(id);
        return get(id);
    }

    static LedgerEntry entry(String kind, long id, Actor by) {
        return LedgerEntry.of(kind, subject(id), by);
    }

    /** Under which ledger and notices know a status. */
    public static String subject(long id) {
        return "cmmc:" + id;
    }
}
