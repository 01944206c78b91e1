package io.closeout.workflow.web;

import io.closeout.workflow.models.ModelKind;
import io.closeout.workflow.models.Origin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A model as a line of a list.
 *
 * @param deployedBy name of a person; null if the program deployed it, or nobody knows
 * @param tool what deployed it, where no person is known; null if nothing said so
 */
public record ModelLine(
        String fileName,
        String name,
        ModelKind kind,
        int version,
        Instant deployedAt,
        @Nullable String deployedBy,
        @Nullable String tool,
        Origin origin) {}
