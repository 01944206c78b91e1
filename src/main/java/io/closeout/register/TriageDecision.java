package io.closeout.register;

import io.closeout.policy.Track;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided at triage.
 *
 * @param ownerId may be left to the group
 */
public record TriageDecision(
        Severity priority,
        Track track,
        String ownerGroup,
        @Nullable String ownerId,
        @Nullable String note) {

    public TriageDecision {
        if (priority == Severity.INFO) {
            throw Refused.because("Choose a priority from Critical to Low; \"Info\" makes no POA&M item.");
        }
        if (ownerGroup.isBlank()) {
            throw Refused.because("Choose the group that is to work this item.");
        }
    }
}
