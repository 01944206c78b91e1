package io.closeout.register;

import io.closeout.shared.Severity;
import java.time.LocalDate;

/** What the decision tables say of an item: how urgent, until when, whose, by which rows, and whether a person looks first. */
record Classification(
        Severity priority,
        String prioritySource,
        LocalDate deadline,
        String deadlineSource,
        String ownerGroup,
        boolean personTriages) {}
