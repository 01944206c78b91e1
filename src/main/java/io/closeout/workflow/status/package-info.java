/**
 * The processes {@code collectStatus}, which asks owners each working morning, and {@code updateStatus}, one question to one owner: their
 * steps, what the form shows, and the listeners that turn the events of rounds into starts and messages.
 */
@NullMarked
package io.closeout.workflow.status;

import org.jspecify.annotations.NullMarked;
