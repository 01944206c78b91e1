package io.closeout.register;

import io.closeout.policy.Track;
import java.time.LocalDate;
import java.util.Set;

/**
 * What a {@link DeadlineLimit} may depend on.
 *
 * @param cves as the scanner names them; empty for what is no known vulnerability
 * @param publiclyExposed whether any asset of the item is
 */
public record DeadlineFacts(
        String scopeId, Track track, Set<String> cves, LocalDate detectedOn, boolean publiclyExposed) {

    public DeadlineFacts {
        cves = Set.copyOf(cves);
    }
}
