/**
 * The process {@code confirmFalsePositive}: the steps that the decision and the end of a false positive are, what its form shows, and
 * the listener that ends its waiting when nothing is suppressed any more.
 */
@NullMarked
package io.closeout.workflow.falsepositive;

import org.jspecify.annotations.NullMarked;
