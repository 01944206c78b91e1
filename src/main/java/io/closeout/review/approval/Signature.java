package io.closeout.review.approval;

import io.closeout.access.Group;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One signature under a request, or a refusal.
 *
 * @param level for whom the person signed: the ISSM or leadership
 * @param by id of the person
 */
public record Signature(
        Group level, String by, boolean approved, @Nullable String reason, Instant decidedAt) {}
