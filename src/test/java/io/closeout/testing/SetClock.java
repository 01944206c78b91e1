package io.closeout.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until it is set. */
public class SetClock extends Clock {

    private volatile Instant now;

    public SetClock(String now) {
        set(now);
    }

    /** @param moment such as {@code 2026-03-02T08:00:00Z} */
    public final void set(String moment) {
        now = Instant.parse(moment);
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
