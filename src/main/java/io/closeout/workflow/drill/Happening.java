package io.closeout.workflow.drill;

import java.time.LocalDate;

/**
 * Something that happened.
 *
 * @param on the day on which it did
 * @param due the day on which it was due: of a notice the day that it names, else the same
 * @param subject as in {@link Expected}
 * @param story whose story it belongs to: an item's id, or a process and its business key
 * @param who as in {@link Expected}; for a record the person who acted, empty for the program
 */
record Happening(
        LocalDate on,
        LocalDate due,
        String subject,
        String story,
        Channel channel,
        String what,
        String who,
        String text) {}
