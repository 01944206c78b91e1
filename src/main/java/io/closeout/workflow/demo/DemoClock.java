package io.closeout.workflow.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** System time, except while the sample data is made: then it runs in the past, and the engine's clock with it. */
@Component
@Profile("demo")
class DemoClock extends Clock {

    private volatile Duration behind = Duration.ZERO;

    void goBackTo(Instant moment) {
        behind = Duration.between(moment, Instant.now());
        ClockUtil.offset(behind.negated().toMillis());
    }

    void showSystemTime() {
        behind = Duration.ZERO;
        ClockUtil.reset();
    }

    @Override
    public Instant instant() {
        return Instant.now().minus(behind);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), behind.negated());
    }
}
