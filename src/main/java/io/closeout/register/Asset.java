package io.closeout.register;

import io.closeout.policy.Criticality;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A machine or application.
 *
 * @param mergedInto the asset that took it over, if it is {@code MERGED}
 * @param retirementReason why one person asked for its retirement
 * @param retiredBy who confirmed; never who asked
 */
public record Asset(
        long id,
        String scopeId,
        String name,
        Criticality criticality,
        boolean publiclyExposed,
        @Nullable String ownerGroup,
        @Nullable String assetGroup,
        @Nullable String operatingSystem,
        State state,
        @Nullable Long mergedInto,
        @Nullable String retirementReason,
        @Nullable String retirementAskedBy,
        @Nullable String retiredBy,
        @Nullable Instant retiredAt,
        int version) {

    /** Whether the asset is in use. */
    public enum State {
        ACTIVE("In use"),
        MERGED("Merged"),
        /** One person asked for its retirement with evidence; a second one confirms. */
        RETIREMENT_ASKED("Retirement asked"),
        RETIRED("Retired");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** Whether scans and people still speak of it. */
        public boolean isInUse() {
            return this == ACTIVE || this == RETIREMENT_ASKED;
        }
    }

    /** The name under which the ledger and the evidence know this asset. */
    public String subject() {
        return "asset:" + id;
    }
}
