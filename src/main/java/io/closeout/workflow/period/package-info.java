/**
 * The process {@code reviewPoam}, one instance per month: its steps, which join the reviews of {@code review.period} with the snapshots
 * of {@code reporting}, what the form shows, and the listeners that turn the events of reviews into starts and messages.
 */
@NullMarked
package io.closeout.workflow.period;

import org.jspecify.annotations.NullMarked;
