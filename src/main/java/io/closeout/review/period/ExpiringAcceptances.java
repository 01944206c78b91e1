package io.closeout.review.period;

import io.closeout.register.PoamId;
import java.time.LocalDate;
import java.util.List;

/** Who knows of accepted risks whose acceptance ends soon. Where nobody does, a review shows none. */
public interface ExpiringAcceptances {

    record Expiring(PoamId item, String title, LocalDate endsOn) {}

    /** Those that end by this day, the earliest first. */
    List<Expiring> until(LocalDate day);
}
