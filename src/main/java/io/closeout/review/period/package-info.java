/**
 * The monthly review of the plan: when it opens, until when it is to be signed, who signed what, and which were missed. What it is about is
 * frozen by {@code reporting}; here stands only the digest of it. It announces {@link io.closeout.review.period.ReviewPlanned},
 * {@link io.closeout.review.period.ReviewMissed} and {@link io.closeout.review.period.ReviewMoved}.
 */
@NullMarked
@NamedInterface("period")
package io.closeout.review.period;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
