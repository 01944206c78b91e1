package io.closeout.review.period;

import java.time.YearMonth;

/** The planned review opens on another day. Published synchronously in the transaction that moved it. */
public record ReviewMoved(YearMonth period) {}
