package io.closeout.reporting.web;

import io.closeout.reporting.Figures;
import io.closeout.review.period.PoamReview;
import org.jspecify.annotations.Nullable;

/**
 * A review as a page shows it.
 *
 * @param figures missing while it is planned
 * @param signer name of whoever signed
 */
record ReviewLine(
        PoamReview review,
        @Nullable Figures figures,
        @Nullable String signer) {}
