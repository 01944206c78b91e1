package io.closeout.workflow.drill;

import java.time.LocalDate;

/**
 * Something that must happen on a day.
 *
 * @param subject what it is about, as notices name it: {@code item:POA-2027-001}, {@code task:…}; of a task that concerns no item the
 *     process
 * @param what a notice's kind, a task's id in the model, or a ledger event's kind
 * @param who id of the person or group that hears of it; empty for what the program does by itself
 * @param because the table's row or the rule that says so
 */
record Expected(LocalDate on, String subject, Channel channel, String what, String who, String because) {}
