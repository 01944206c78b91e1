package io.closeout.review.period;

import java.time.YearMonth;

/** The review of this month is to open on its day. Published synchronously in the transaction that planned it. */
public record ReviewPlanned(YearMonth period) {}
