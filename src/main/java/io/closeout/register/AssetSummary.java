package io.closeout.register;

import io.closeout.policy.Criticality;
import io.closeout.shared.Severity;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list of assets.
 *
 * @param openItems items that are open and have an open finding on it
 * @param worst the worst severity among its open findings
 */
public record AssetSummary(
        long id,
        String name,
        String scope,
        Criticality criticality,
        boolean publiclyExposed,
        @Nullable String ownerGroup,
        @Nullable String assetGroup,
        @Nullable String operatingSystem,
        Asset.State state,
        int openItems,
        int openFindings,
        @Nullable Severity worst,
        int version) {}
