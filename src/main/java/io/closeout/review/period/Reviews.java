package io.closeout.review.period;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.review.period.PoamReview.SignOff;
import io.closeout.shared.NotFound;
import io.closeout.shared.Refused;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Monthly reviews of the plan: one per month, opened on its day, signed by the ISSM. Opening one plans the next. */
@Service
@Transactional
public class Reviews {

    private static final int LONGEST_REMARKS = 4000;
    /** Names of months that fit beside a review. */
    private static final int MOST_NAMED = 24;

    private final ReviewRows rows;
    private final Ledger ledger;
    private final PolicyCalendar calendar;
    private final ApplicationEventPublisher events;

    Reviews(ReviewRows rows, Ledger ledger, PolicyCalendar calendar, ApplicationEventPublisher events) {
        this.rows = rows;
        this.ledger = ledger;
        this.calendar = calendar;
        this.events = events;
    }

    /**
     * For the start of the program: plans the next review where none is planned.
     *
     * @throws DuplicateKeyException if another node plans it at this moment
     */
    public void planFirst() {
        if (rows.in(ReviewState.PLANNED).isEmpty()) {
            planAfter(YearMonth.from(calendar.today()).minusMonths(1));
        }
    }

    /**
     * Opens a planned review, gives up those that nobody signed until now, and plans the next.
     *
     * @param digest of the snapshot that it is about
     * @param overdue items in the snapshot
     */
    public void open(YearMonth period, String digest, int overdue) {
        if (!rows.move(period, ReviewState.PLANNED, ReviewState.OPEN)) {
            throw new IllegalStateException("The review " + period + " is not planned any more");
        }
        rows.in(ReviewState.OPEN).stream()
                .filter(each -> !each.period().equals(period))
                .forEach(this::giveUp);
        LocalDate due = calendar.today().plusDays(rows.calendar().daysToSign());
        String missed = missedBefore(period);
        rows.opened(period, calendar.today(), due, digest, overdue, missed);
        ledger.append(LedgerEntry.of("reviewOpened", get(period).subject(), Actor.system("timer"))
                .with("snapshot", digest)
                .with("overdue", overdue)
                .with("due", due)
                .with("missedBefore", missed));
        planAfter(period);
    }

    /**
     * Signs what the snapshot shows. Whoever owns overdue items may sign, because a small company may have nobody else; how many they
     * are is recorded and shown wherever the signature is.
     *
     * @param remarks needed where anything was overdue
     * @param ownOverdue how many of the overdue items belong to whoever signs
     */
    public void sign(YearMonth period, @Nullable String remarks, int ownOverdue, Actor by) {
        by.mustBeIn("sign the monthly review", Group.ISSM);
        PoamReview review = get(period);
        String words = remarks == null || remarks.isBlank() ? null : remarks.strip();
        mustSayEnough(review, words);
        if (!rows.move(period, ReviewState.OPEN, ReviewState.SIGNED)) {
            throw Refused.because("The review " + period + " was signed or given up meanwhile. Reload the task list.");
        }
        rows.signed(period, new SignOff(by.id(), calendar.now(), words, ownOverdue));
        ledger.append(LedgerEntry.of("reviewSigned", review.subject(), by)
                .with("snapshot", review.snapshotDigest())
                .with("overdue", review.overdue())
                .with("overdueOfSigner", ownOverdue)
                .because(words));
    }

    /** @throws NotFound if no review of this month was planned, or it is no month */
    @Transactional(readOnly = true)
    public PoamReview get(String period) {
        try {
            return get(YearMonth.parse(period));
        } catch (DateTimeParseException noMonth) {
            throw NotFound.of("review", period);
        }
    }

    @Transactional(readOnly = true)
    public PoamReview get(YearMonth period) {
        return rows.find(period).orElseThrow(() -> NotFound.of("review", period));
    }

    /** Newest first, the planned one included. */
    @Transactional(readOnly = true)
    public List<PoamReview> all() {
        return rows.all();
    }

    /** The latest one that opened before this, signed or missed. */
    @Transactional(readOnly = true)
    public Optional<PoamReview> before(YearMonth period) {
        return rows.all().stream()
                .filter(each -> each.openedOn() != null && each.period().isBefore(period))
                .findFirst();
    }

    @Transactional(readOnly = true)
    public ReviewCalendar calendar() {
        return rows.calendar();
    }

    /** An open review keeps its days; the planned one moves. */
    public void change(ReviewCalendar after, @Nullable String reason, Actor by) {
        by.mustBeIn("change the settings", Group.CAMUNDA_ADMIN);
        ReviewCalendar before = rows.calendar();
        if (after.equals(before)) {
            return;
        }
        rows.change(after);
        ledger.append(LedgerEntry.of("reviewCalendarChanged", "organization:1", by)
                .changed("dayOfMonth", before.dayOfMonth(), after.dayOfMonth())
                .changed("daysToSign", before.daysToSign(), after.daysToSign())
                .because(reason));
        rows.in(ReviewState.PLANNED).forEach(planned -> {
            rows.move(planned.period(), after.opensOn(planned.period()));
            events.publishEvent(new ReviewMoved(planned.period()));
        });
    }

    private void planAfter(YearMonth period) {
        ReviewCalendar days = rows.calendar();
        YearMonth next = days.nextAfter(period, calendar.today());
        rows.plan(next, days.opensOn(next));
        events.publishEvent(new ReviewPlanned(next));
    }

    private void giveUp(PoamReview review) {
        rows.move(review.period(), ReviewState.OPEN, ReviewState.MISSED);
        ledger.append(LedgerEntry.of("reviewMissed", review.subject(), Actor.system("timer"))
                .because("Nobody signed it before the next review opened."));
        events.publishEvent(new ReviewMissed(review.period()));
    }

    /** Months since the last signed review, or since the first one, in which the plan went unreviewed; a standstill leaves some without a row. */
    private String missedBefore(YearMonth period) {
        List<PoamReview> earlier = rows.all().stream()
                .filter(each -> each.period().isBefore(period))
                .toList();
        if (earlier.isEmpty()) {
            return "";
        }
        YearMonth first = earlier.stream()
                .filter(each -> each.state() == ReviewState.SIGNED)
                .map(each -> each.period().plusMonths(1))
                .findFirst()
                .orElse(earlier.get(earlier.size() - 1).period());
        return Stream.iterate(first, period::isAfter, month -> month.plusMonths(1))
                .limit(MOST_NAMED)
                .map(YearMonth::toString)
                .collect(Collectors.joining(", "));
    }

    private static void mustSayEnough(PoamReview review, @Nullable String remarks) {
        if (remarks == null && review.overdue() > 0) {
            throw Refused.because(
                    review.overdue() == 1
                            ? "One item is overdue. Say in your remarks what is done about it."
                            : review.overdue() + " items are overdue. Say in your remarks what is done about them.");
        }
        if (remarks != null && remarks.length() > LONGEST_REMARKS) {
            throw Refused.because(
                    "The remarks have more than 4,000 characters. Shorten them, or attach a report as evidence.");
        }
    }
}
