package io.closeout.review.period;

import java.time.YearMonth;

/** The next review opened before this one was signed. Published synchronously in the transaction that opened the next. */
public record ReviewMissed(YearMonth period) {}
