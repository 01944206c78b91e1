package io.closeout.register.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.closeout.register.AffectedAssets.AffectedAsset;
import io.closeout.register.AffectedAssets.ItemFinding;
import java.util.List;

/**
 * An item by itself.
 *
 * @param findings open and ended ones
 * @param evidence superseded as well, in the order of adding
 */
record SingleItem(
        @JsonUnwrapped ItemFacts item,
        List<AffectedAsset> assets,
        List<ItemFinding> findings,
        List<EvidenceDocument> evidence) {}
