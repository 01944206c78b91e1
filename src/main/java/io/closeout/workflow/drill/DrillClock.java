package io.closeout.workflow.drill;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Stands still until it is moved, and the engine's clock with it. It is never moved back. */
@Component
@Profile("drill")
class DrillClock extends Clock {

    private volatile Instant now = Instant.EPOCH;

    DrillClock() {
        moveTo(DrillCalendar.FIRST_DAY.atStartOfDay(DrillCalendar.ZONE).toInstant());
    }

    final void moveTo(Instant moment) {
        if (moment.isAfter(now)) {
            now = moment;
            ClockUtil.setCurrentTime(Date.from(moment));
        }
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
