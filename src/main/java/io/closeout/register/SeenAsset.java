package io.closeout.register;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A machine as a scan saw it.
 *
 * @param identifiers strongest first, at least one
 */
public record SeenAsset(
        String name,
        List<AssetIdentifier> identifiers,
        @Nullable String operatingSystem) {

    public SeenAsset {
        identifiers = identifiers.stream()
                .distinct()
                .sorted(Comparator.comparing(AssetIdentifier::kind))
                .toList();
    }
}
