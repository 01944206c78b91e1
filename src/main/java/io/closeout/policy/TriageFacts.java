package io.closeout.policy;

import io.closeout.shared.Severity;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the tables {@code itemPriority} and {@code triageRule} look at.
 *
 * @param assetOwnerGroup group id that owns all affected assets; null if they differ or none does
 */
public record TriageFacts(
        Severity severity,
        @Nullable BigDecimal cvss,
        Criticality criticality,
        boolean publiclyExposed,
        Track track,
        @Nullable String assetOwnerGroup) {}
