package io.closeout.register;

import io.closeout.policy.Criticality;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the assets of an item say of its business impact.
 *
 * @param criticality the highest among them
 * @param publiclyExposed whether any is
 * @param group the group that owns them, if they agree
 */
public record AssetImpact(
        Criticality criticality,
        boolean publiclyExposed,
        @Nullable String group) {

    public static final AssetImpact UNKNOWN = new AssetImpact(Criticality.MEDIUM, false, null);

    public Optional<String> ownerGroup() {
        return Optional.ofNullable(group);
    }
}
