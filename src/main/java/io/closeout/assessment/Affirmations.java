package io.closeout.assessment;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.Organization;
import io.closeout.access.PolicyCalendar;
import io.closeout.assessment.CmmcStatus.Affirmation;
import io.closeout.ledger.Ledger;
import io.closeout.policy.AffirmationDates;
import io.closeout.policy.AffirmationDates.Window;
import io.closeout.register.Scopes;
import io.closeout.shared.Refused;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the Affirming Official states of a CMMC status: after each assessment and closeout, and every year (32 CFR 170.22). Leadership
 * alone affirms.
 */
@Service
@Transactional
public class Affirmations {

    private final StatusRows rows;
    private final CmmcStatuses statuses;
    private final AffirmationDates dates;
    private final Organization organization;
    private final Scopes scopes;
    private final Ledger ledger;
    private final PolicyCalendar calendar;
    private final ApplicationEventPublisher events;

    Affirmations(
            StatusRows rows,
            CmmcStatuses statuses,
            AffirmationDates dates,
            Organization organization,
            Scopes scopes,
            Ledger ledger,
            PolicyCalendar calendar,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.statuses = statuses;
        this.dates = dates;
        this.organization = organization;
        this.scopes = scopes;
        this.ledger = ledger;
        this.calendar = calendar;
        this.events = events;
    }

    /**
     * Affirms what is pending.
     *
     * @return whether another affirmation falls to this status as it stands
     * @throws Refused from anybody but leadership, and if nothing is pending
     */
    public boolean affirm(long id, NewAffirmation made, Actor by) {
        by.mustBeIn("affirm a CMMC status", Group.LEADERSHIP);
        rows.hold(id);
        CmmcStatus status = statuses.get(id);
        Occasion occasion = status.pending()
                .filter(each -> status.state().isActive())
                .orElseThrow(() -> Refused.because("There is nothing to affirm of this status now."));
        if (made.affirmedOn().isAfter(calendar.today()) || made.affirmedOn().isBefore(status.statusDate())) {
            throw Refused.because("The day of the affirmation, %s, must lie between the status date, %s, and today."
                    .formatted(made.affirmedOn(), status.statusDate()));
        }
        Affirmation affirmation = new Affirmation(
                occasion, statement(status), made.title(), made.contact(), made.affirmedOn(), made.remarks(), by.id());
        rows.insert(id, affirmation, calendar.now());
        ledger.append(CmmcStatuses.entry("cmmcStatusAffirmed", id, by)
                .with("occasion", occasion)
                .with("statement", affirmation.statement())
                .with("affirmedOn", made.affirmedOn())
                .because(made.remarks()));
        events.publishEvent(new StatusDatesMoved(id));
        return statuses.get(id).pending().isPresent();
    }

    /** 32 CFR 170.22(a)(2)(ii), with the names filled in. */
    @Transactional(readOnly = true)
    public String statement(CmmcStatus status) {
        return "%s has implemented and will maintain implementation of all applicable CMMC security requirements to its CMMC Status, %s of %s, for all information systems within the relevant CMMC Assessment Scope, %s."
                .formatted(
                        organization.name(),
                        status.label(),
                        status.statusDate(),
                        scopes.resolve(status.scope()).name());
    }

    /** When what is pending can be affirmed, and by when it is to be. */
    @Transactional(readOnly = true)
    public Optional<Window> window(CmmcStatus status) {
        return status.pending().map(occasion -> dates.window(occasion.name(), happensOn(occasion, status)));
    }

    /** What is recorded late is affirmed from then on. */
    private LocalDate happensOn(Occasion occasion, CmmcStatus status) {
        return switch (occasion) {
            case CONDITIONAL, FINAL -> calendar.dateOf(status.recordedAt());
            case CLOSEOUT ->
                calendar.dateOf(
                        status.closeouts().get(status.closeouts().size() - 1).recordedAt());
            case FIRST_ANNIVERSARY -> status.statusDate().plusYears(1);
            case SECOND_ANNIVERSARY -> status.statusDate().plusYears(2);
        };
    }
}
