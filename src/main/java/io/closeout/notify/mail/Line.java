package io.closeout.notify.mail;

import io.closeout.policy.MailUrgency;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A word as one person is told it.
 *
 * @param subject {@code item:POA-2026-001}, {@code task:…}, {@code scan:7} …
 */
record Line(
        String subject,
        String kind,
        LocalDate dueOn,
        @Nullable String item,
        String text,
        MailUrgency urgency) {

    private static final String TASK = "task:";
    private static final String SCAN = "scan:";

    /** Where to go on, below the address of the pages: the task in Tasklist, the page of the item or the scan. */
    String path() {
        if (subject.startsWith(TASK)) {
            return "/camunda/app/tasklist/default/#/?task=" + subject.substring(TASK.length());
        }
        if (subject.startsWith(SCAN)) {
            return "/scans/" + subject.substring(SCAN.length());
        }
        return item == null ? "/" : "/items/" + item;
    }

    boolean isTask() {
        return subject.startsWith(TASK);
    }
}
