package io.closeout.review.acceptance;

import io.closeout.access.PolicyCalendar;
import io.closeout.register.Register;
import io.closeout.review.period.ExpiringAcceptances;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the monthly review which acceptances end soon. */
@Component
class EndingAcceptances implements ExpiringAcceptances {

    private final Acceptances acceptances;
    private final Register register;
    private final PolicyCalendar calendar;

    EndingAcceptances(Acceptances acceptances, Register register, PolicyCalendar calendar) {
        this.acceptances = acceptances;
        this.register = register;
        this.calendar = calendar;
    }

    @Override
    public List<Expiring> until(LocalDate day) {
        int days = (int) ChronoUnit.DAYS.between(calendar.today(), day);
        return acceptances.endingWithin(days).stream()
                .flatMap(each ->
                        each
                                .until()
                                .map(end -> new Expiring(
                                        each.item(), register.get(each.item()).title(), end))
                                .stream())
                .toList();
    }
}
