package io.closeout.workflow.drill;

import java.time.LocalDate;

/**
 * Something that broke off: a step that failed, or an act that the models do not let people do.
 *
 * @param story as in {@link Happening}; empty if it belongs to none
 */
record Fault(LocalDate on, String story, String what, String why) {}
