package io.closeout.review;

import io.closeout.access.Group;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One signature under a request for more time, or a refusal.
 *
 * @param level for whom the person signed: the ISSM or leadership
 * @param by id of the person
 */
public record ExtensionDecision(
        Group level, String by, boolean approved, @Nullable String reason, Instant decidedAt) {}
