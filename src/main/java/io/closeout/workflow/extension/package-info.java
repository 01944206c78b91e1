/**
 * The process {@code approveExtension}: the step that a decision on more time is, what its form shows of the request, and the
 * listener that turns the events of requests into a start and a message.
 */
@NullMarked
package io.closeout.workflow.extension;

import org.jspecify.annotations.NullMarked;
