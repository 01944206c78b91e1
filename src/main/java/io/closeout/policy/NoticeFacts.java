package io.closeout.policy;

import io.closeout.shared.Severity;
import java.time.LocalDate;
import java.util.Set;

/**
 * What decides the next notice of an item.
 *
 * @param stage {@code TRIAGE}, {@code PLAN}, {@code SIGN_OFF}, {@code REMEDIATE}, {@code VERIFY} or {@code ACCEPTED}
 * @param due the signed-off planned completion, before that the deadline; of an accepted risk its next milestone
 * @param stageSince the day on which the item came to its stage
 * @param told notices that were given already
 */
public record NoticeFacts(
        String stage,
        Severity priority,
        LocalDate detectedOn,
        LocalDate due,
        LocalDate stageSince,
        LocalDate today,
        Set<Told> told) {

    public NoticeFacts {
        told = Set.copyOf(told);
    }

    /** A notice that was given: each is given once per kind and date. */
    public record Told(String kind, LocalDate date) {}
}
