package io.closeout.review.period;

import io.closeout.register.PoamId;
import java.time.LocalDate;
import java.util.List;

/** Knows of accepted risks whose acceptance ends soon. */
public interface ExpiringAcceptances {

    record Expiring(PoamId item, String title, LocalDate endsOn) {}

    /** Those that end by this day, the earliest first. */
    List<Expiring> until(LocalDate day);
}
