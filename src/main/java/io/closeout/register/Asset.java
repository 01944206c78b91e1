package io.closeout.register;

import io.closeout.policy.Criticality;
import org.jspecify.annotations.Nullable;

/**
 * A machine or application.
 *
 * @param state {@code ACTIVE}, {@code MERGED} into another, {@code RETIREMENT_ASKED} or {@code RETIRED}
 */
public record Asset(
        long id,
        String scopeId,
        String name,
        Criticality criticality,
        boolean publiclyExposed,
        @Nullable String ownerGroup,
        @Nullable String operatingSystem,
        State state,
        int version) {

    /** Whether the asset is in use. */
    public enum State {
        ACTIVE,
        MERGED,
        /** One person asked for its retirement with evidence; a second one confirms. */
        RETIREMENT_ASKED,
        RETIRED
    }

    /** The name under which the ledger and the evidence know this asset. */
    public String subject() {
        return "asset:" + id;
    }
}
