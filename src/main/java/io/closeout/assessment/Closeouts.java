package io.closeout.assessment;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.assessment.CmmcStatus.Closeout;
import io.closeout.assessment.CmmcStatus.Entry;
import io.closeout.ledger.Ledger;
import io.closeout.shared.Refused;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closeout assessments of Conditional statuses (32 CFR 170.21(b)). */
@Service
@Transactional
public class Closeouts {

    private final StatusRows rows;
    private final CmmcStatuses statuses;
    private final Assessments assessments;
    private final Ledger ledger;
    private final PolicyCalendar calendar;
    private final ApplicationEventPublisher events;

    Closeouts(
            StatusRows rows,
            CmmcStatuses statuses,
            Assessments assessments,
            Ledger ledger,
            PolicyCalendar calendar,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.statuses = statuses;
        this.assessments = assessments;
        this.ledger = ledger;
        this.calendar = calendar;
        this.events = events;
    }

    /**
     * Records a closeout assessment. If it found everything met, the status is Final with the same date; otherwise it stays Conditional
     * until day 180 and can be closed out again.
     *
     * @return whether everything was met
     */
    public boolean record(long id, NewCloseout report, Actor by) {
        by.mustBeIn("record a closeout assessment", Group.ISSM);
        rows.hold(id);
        CmmcStatus status = statuses.get(id);
        if (!status.isConditional()) {
            throw Refused.because("This status is %s since %s; there is nothing to close out."
                    .formatted(status.state().label(), status.closedOutOn().orElse(status.endedOn())));
        }
        List<Requirement> notMet = notMet(status, report);
        StatusRules.mustFit(report, status, notMet.isEmpty(), calendar.today());
        Closeout closeout = closeout(report, notMet, by);
        rows.insert(id, closeout);
        ledger.append(CmmcStatuses.entry("cmmcCloseoutAssessed", id, by)
                .with("assessor", closeout.assessor())
                .with("assessedOn", closeout.assessedOn())
                .with("postedOn", closeout.postedOn())
                .with("notMet", closeout.notMet())
                .because(closeout.note()));
        assessments.closedOut(status.scope(), results(report), by);
        if (notMet.isEmpty()) {
            rows.becomeFinal(id);
            ledger.append(CmmcStatuses.entry("cmmcStatusFinal", id, by)
                    .changed("state", StatusState.CONDITIONAL, StatusState.FINAL));
            events.publishEvent(new StatusDatesMoved(id));
        }
        return notMet.isEmpty();
    }

    private static List<Requirement> notMet(CmmcStatus status, NewCloseout report) {
        List<Requirement> open =
                status.entries().stream().map(Entry::requirement).toList();
        report.met().stream().filter(each -> !open.contains(each)).findFirst().ifPresent(other -> {
            throw Refused.because(
                    other.id() + " is not on the POA&M of this status; a closeout assesses its entries only.");
        });
        return open.stream().filter(each -> !report.met().contains(each)).toList();
    }

    private Closeout closeout(NewCloseout report, List<Requirement> notMet, Actor by) {
        return new Closeout(
                report.kind(),
                report.assessor(),
                report.assessedOn(),
                report.postedOn(),
                notMet.isEmpty(),
                notMet.isEmpty() ? null : notMet.stream().map(Requirement::id).collect(Collectors.joining(", ")),
                report.note(),
                by.id(),
                calendar.now());
    }

    private static List<NewResult> results(NewCloseout report) {
        String note = "Closeout assessment by " + report.assessor();
        return report.met().stream()
                .sorted()
                .map(each -> new NewResult(each, Result.MET, note, report.assessedOn()))
                .toList();
    }
}
