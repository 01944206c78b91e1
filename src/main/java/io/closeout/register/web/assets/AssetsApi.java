package io.closeout.register.web.assets;

import io.closeout.access.CurrentActor;
import io.closeout.policy.Criticality;
import io.closeout.register.Asset;
import io.closeout.register.AssetChange;
import io.closeout.register.AssetFilter;
import io.closeout.register.AssetIdentifier;
import io.closeout.register.AssetSummary;
import io.closeout.register.Assets;
import io.closeout.shared.Page;
import io.closeout.shared.PageRequest;
import io.closeout.shared.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Assets for programs (design: outside contract). */
@RestController
@RequestMapping("/api/assets")
class AssetsApi {

    private final Assets assets;
    private final CurrentActor currentActor;

    AssetsApi(Assets assets, CurrentActor currentActor) {
        this.assets = assets;
        this.currentActor = currentActor;
    }

    record AssetView(
            long id,
            String name,
            String scope,
            Criticality criticality,
            boolean publiclyExposed,
            @Nullable String ownerGroup,
            @Nullable String assetGroup,
            @Nullable String operatingSystem,
            Asset.State state,
            @Nullable Long mergedInto,
            List<AssetIdentifier> identifiers,
            int version) {}

    /**
     * What is to be changed; what is left out stays.
     *
     * @param ownerGroup empty for none; {@code assetGroup} likewise
     * @param version as it was read; a change meanwhile is answered with 409
     */
    record AssetPatch(
            @Nullable String name,
            @Nullable Criticality criticality,
            @Nullable Boolean publiclyExposed,
            @Nullable String ownerGroup,
            @Nullable String assetGroup,
            @Nullable Integer version) {

        AssetChange on(Asset asset) {
            return new AssetChange(
                    name == null ? asset.name() : name,
                    criticality == null ? asset.criticality() : criticality,
                    publiclyExposed == null ? asset.publiclyExposed() : publiclyExposed,
                    ownerGroup == null ? asset.ownerGroup() : ownerGroup,
                    assetGroup == null ? asset.assetGroup() : assetGroup);
        }
    }

    /** Assets in use. */
    @GetMapping
    Page<AssetSummary> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String scope,
            @RequestParam(required = false) @Nullable Criticality criticality,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(defaultValue = "") String sort) {
        return assets.find(new AssetFilter(q, scope, criticality, true), new PageRequest(page, size, sort));
    }

    @GetMapping("/{id}")
    AssetView get(@PathVariable long id) {
        return view(assets.get(id));
    }

    @PatchMapping("/{id}")
    AssetView change(@PathVariable long id, @RequestBody AssetPatch patch) {
        if (patch.version() == null) {
            throw Refused.because("Give the \"version\" that you read, so that nobody else's change is lost.");
        }
        return view(assets.change(id, patch.version(), patch.on(assets.get(id)), currentActor.get("api")));
    }

    private AssetView view(Asset asset) {
        return new AssetView(
                asset.id(),
                asset.name(),
                asset.scopeId(),
                asset.criticality(),
                asset.publiclyExposed(),
                asset.ownerGroup(),
                asset.assetGroup(),
                asset.operatingSystem(),
                asset.state(),
                asset.mergedInto(),
                assets.identifiers(asset.id()),
                asset.version());
    }
}
