package io.closeout.intake.byhand;

import io.closeout.register.AssetFilter;
import io.closeout.register.AssetIdentifier;
import io.closeout.register.AssetIdentity;
import io.closeout.register.AssetSummary;
import io.closeout.register.Assets;
import io.closeout.register.SeenAsset;
import io.closeout.shared.PageRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Assets of which a person knows no more than the name. A scan that meets the name later recognises them. */
@Component
class NamedAssets {

    private final AssetIdentity identity;
    private final Assets assets;

    NamedAssets(AssetIdentity identity, Assets assets) {
        this.identity = identity;
        this.assets = assets;
    }

    /** @return as the register shows them: one that it knows by this name already is no second one */
    List<String> add(String scope, List<String> names) {
        return names.stream().map(name -> add(scope, name)).toList();
    }

    private String add(String scope, String name) {
        return known(scope, name).orElseGet(() -> recognised(scope, name));
    }

    private Optional<String> known(String scope, String name) {
        AssetFilter named = new AssetFilter(name, scope, null, true);
        return assets.find(named, new PageRequest(0, PageRequest.LARGEST, "")).items().stream()
                .map(AssetSummary::name)
                .filter(name::equalsIgnoreCase)
                .findFirst();
    }

    private String recognised(String scope, String name) {
        AssetIdentifier identifier = new AssetIdentifier(AssetIdentifier.Kind.NAME, name);
        return assets.get(identity.recognise(scope, new SeenAsset(name, List.of(identifier), null)))
                .name();
    }
}
