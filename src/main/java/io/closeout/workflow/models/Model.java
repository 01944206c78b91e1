package io.closeout.workflow.models;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model in the version that was deployed last.
 *
 * @param name what it is called in the model; forms have none and give their id
 * @param deployedBy id of the person, or {@code system}; null if it was deployed before the ledger recorded that
 * @param tool what the deploying program calls itself; often nothing
 * @param shipped what comes with the program under this name, where that differs from what is deployed
 */
public record Model(
        ModelId id,
        String name,
        int version,
        Instant deployedAt,
        @Nullable String deployedBy,
        @Nullable String tool,
        Origin origin,
        byte[] content,
        Optional<byte[]> shipped) {}
