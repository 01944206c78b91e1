package io.closeout.policy;

import java.time.LocalDate;

/** A milestone as a plan proposes it. */
public record MilestoneFacts(String description, LocalDate due) {}
