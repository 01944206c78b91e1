package io.closeout.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Due dates are days in the organisation's zone; everything else is an instant in UTC. */
@Component
public class PolicyCalendar {

    private final Clock clock;
    private final Organization organization;

    PolicyCalendar(Clock clock, Organization organization) {
        this.clock = clock;
        this.organization = organization;
    }

    public LocalDate today() {
        return dateOf(now());
    }

    public LocalDate dateOf(Instant instant) {
        return instant.atZone(organization.zone()).toLocalDate();
    }

    /** The first moment of a day. */
    public Instant startOf(LocalDate date) {
        return date.atStartOfDay(organization.zone()).toInstant();
    }

    public Instant now() {
        return clock.instant();
    }
}
