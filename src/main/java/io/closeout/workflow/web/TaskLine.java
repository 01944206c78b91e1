package io.closeout.workflow.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A task as a line of a list.
 *
 * @param name what to do, and what the item is about
 * @param href opens it in Tasklist
 * @param assignee name of the person who has it; null while nobody has
 */
public record TaskLine(
        String name,
        String itemId,
        String href,
        LocalDate due,
        boolean late,
        @Nullable String assignee) {}
