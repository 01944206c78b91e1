package io.closeout.register;

import io.closeout.shared.Severity;

/** A scanner rates a known weakness as worse than before. Published synchronously in the transaction that recorded it. */
public record SeverityRaised(long weaknessId, Severity before, Severity after) {}
