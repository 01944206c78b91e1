package io.closeout.register.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.closeout.register.AffectedAssets.AffectedAsset;
import io.closeout.register.AffectedAssets.ItemFinding;
import java.util.List;
import java.util.Map;

/**
 * An item by itself.
 *
 * @param findings open and ended ones
 * @param evidence superseded as well, in the order of adding
 * @param supplements what other modules tell, by name
 */
record SingleItem(
        @JsonUnwrapped ItemFacts item,
        List<AffectedAsset> assets,
        List<ItemFinding> findings,
        List<EvidenceDocument> evidence,
        Map<String, Object> supplements) {

    @Override
    @JsonAnyGetter
    public Map<String, Object> supplements() {
        return supplements;
    }
}
