/** Reminds people of tasks that wait: one timer at the task, its rhythm and its audience from the table {@code taskReminders}. */
@NullMarked
package io.closeout.workflow.remind;

import org.jspecify.annotations.NullMarked;
