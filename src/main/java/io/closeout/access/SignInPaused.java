package io.closeout.access;

import java.time.Instant;

/**
 * Too many wrong passwords: nobody gets in as this person before {@code until}. Announced within a transaction.
 *
 * @param failedAttempts in a row
 */
public record SignInPaused(String personId, int failedAttempts, Instant until) {}
