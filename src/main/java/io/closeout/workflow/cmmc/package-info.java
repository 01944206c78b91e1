/**
 * The process {@code trackConditionalStatus}: the steps that a closeout assessment, an affirmation and the end of a CMMC status are, what
 * the forms show of it, when its timers are due, and the listener that turns what becomes of a status into a start and a message.
 */
@NullMarked
package io.closeout.workflow.cmmc;

import org.jspecify.annotations.NullMarked;
