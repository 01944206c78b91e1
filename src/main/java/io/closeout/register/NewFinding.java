package io.closeout.register;

import io.closeout.shared.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A finding that joins an item.
 *
 * @param location {@code 3389/tcp}, or empty for the host as a whole
 * @param earlier id of the ended occurrence that it repeats
 */
public record NewFinding(
        String scopeId,
        long weaknessId,
        long assetId,
        String location,
        Severity severity,
        String itemId,
        @Nullable String pluginOutput,
        long scanId,
        Instant seenAt,
        @Nullable Long earlier) {}
