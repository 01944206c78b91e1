package io.closeout.review.status;

import java.time.LocalDate;

/** On the morning of this day owners are to be asked. Published synchronously in the transaction that planned it. */
public record CollectionPlanned(LocalDate day) {}
