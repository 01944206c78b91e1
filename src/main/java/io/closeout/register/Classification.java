package io.closeout.register;

import io.closeout.shared.Severity;
import java.time.LocalDate;

/** What the decision tables say of an item: how urgent, until when, whose, and by which rows. */
record Classification(
        Severity priority, String prioritySource, LocalDate deadline, String deadlineSource, String ownerGroup) {}
