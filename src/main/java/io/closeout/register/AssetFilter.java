package io.closeout.register;

import io.closeout.policy.Criticality;
import org.jspecify.annotations.Nullable;

/**
 * Which assets are wanted; what is empty or null does not restrict.
 *
 * @param text found in the name or any identifier, without regard to case
 * @param inUse {@code true}: without retired and merged ones
 */
public record AssetFilter(
        @Nullable String text,
        @Nullable String scope,
        @Nullable Criticality criticality,
        boolean inUse) {

    public static final AssetFilter IN_USE = new AssetFilter(null, null, null, true);
}
