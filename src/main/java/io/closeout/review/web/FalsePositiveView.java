package io.closeout.review.web;

import io.closeout.register.Suppression;
import io.closeout.review.falsepositive.FalsePositiveRequest;
import io.closeout.review.web.ExtensionView.DecisionLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to confirm a false positive as a page shows it.
 *
 * @param askedBy name of the person
 */
record FalsePositiveView(
        FalsePositiveRequest request, String askedBy, List<DecisionLine> decisions, List<Suppressed> suppressed) {

    /**
     * What later imports leave out because of it.
     *
     * @param asset null for everywhere
     * @param end how it ended; null while it holds
     */
    record Suppressed(long id, @Nullable String asset, Suppression.@Nullable End end) {}
}
