package io.closeout.register.web.assets;

import io.closeout.policy.Criticality;
import io.closeout.register.Asset;
import io.closeout.register.AssetChange;
import io.closeout.shared.Refused;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** @param version that the editor saw */
record AssetForm(
        @Nullable String name,
        @Nullable Criticality criticality,
        @Nullable Boolean publiclyExposed,
        @Nullable String ownerGroup,
        @Nullable String assetGroup,
        @Nullable Integer version) {

    static AssetForm of(Asset asset) {
        return new AssetForm(
                asset.name(),
                asset.criticality(),
                asset.publiclyExposed(),
                asset.ownerGroup(),
                asset.assetGroup(),
                asset.version());
    }

    AssetChange change() {
        if (criticality == null) {
            throw Refused.because("Choose a criticality.");
        }
        return new AssetChange(
                Objects.requireNonNullElse(name, ""),
                criticality,
                Boolean.TRUE.equals(publiclyExposed),
                ownerGroup,
                assetGroup);
    }

    int seenVersion() {
        return Objects.requireNonNullElse(version, -1);
    }
}
