package io.closeout.review.vendor;

/**
 * A vendor was asked. Published synchronously in the transaction that stored the answer.
 *
 * @param unasked whether somebody wrote it down without a task that asked for it
 */
public record VendorAnswered(VendorDependency dependency, CheckIn checkIn, boolean unasked) {}
