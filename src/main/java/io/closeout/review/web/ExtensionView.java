package io.closeout.review.web;

import io.closeout.review.extension.ExtensionRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request for more time as a page shows it.
 *
 * @param askedBy name of the person
 */
record ExtensionView(ExtensionRequest request, String askedBy, List<DecisionLine> decisions) {

    /** @param level for whom the person signed, in words */
    record DecisionLine(
            String level,
            String by,
            boolean approved,
            @Nullable String reason,
            Instant decidedAt) {}
}
