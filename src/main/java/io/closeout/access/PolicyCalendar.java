package io.closeout.access;

import io.closeout.shared.Refused;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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

    /** @throws Refused if there is no such zone */
    public static ZoneId zoneNamed(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException unknown) {
            throw Refused.because("There is no time zone \"" + id + "\". Choose one from the list.");
        }
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
