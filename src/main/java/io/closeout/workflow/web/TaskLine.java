package io.closeout.workflow.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A task as a line of a list.
 *
 * @param name what to do, and what it is about
 * @param itemId null for a task that is about no single item, such as a review
 * @param due of the task: a decision has days of its own
 * @param href opens it in Tasklist
 * @param assignee name of the person who has it; null while nobody has
 * @param openTo names of the groups that may take it; empty while somebody has it
 */
public record TaskLine(
        String name,
        @Nullable String itemId,
        String href,
        @Nullable LocalDate due,
        boolean late,
        @Nullable String assignee,
        String openTo) {}
