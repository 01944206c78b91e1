package io.closeout.notify.mail;

import io.closeout.notify.SubjectPage;
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

    /** Where to go on, below the address of the pages. */
    String path() {
        return SubjectPage.of(subject);
    }
}
