/** False positives: what somebody claims to be none, who confirms it for which assets and until when, and what ends it. */
@NullMarked
@NamedInterface("falsepositive")
package io.closeout.review.falsepositive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
