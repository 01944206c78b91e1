package io.closeout.notify.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How mail fares.
 *
 * @param server host and port; empty while mail is off
 * @param pending words that wait for the sender or for the digest
 * @param counts deliveries by state, each state named
 * @param problem the last trouble that is not over, in words; null if there is none
 * @param ranAt when a node last looked; null if none ever did
 * @param troubles newest first
 * @param withoutAddress how many people could be written to but for an address
 */
public record MailReport(
        boolean on,
        String server,
        String from,
        int pending,
        Map<DeliveryState, Integer> counts,
        @Nullable String problem,
        @Nullable Instant ranAt,
        List<Trouble> troubles,
        int withoutAddress) {

    /** A delivery that needs an administrator. */
    public record Trouble(
            long id, String person, DeliveryState state, int attempts, Instant recordedAt, String problem) {}

    public boolean isTroubled() {
        return on && (problem != null || !troubles.isEmpty());
    }
}
