package io.closeout.intake;

/**
 * What an import did. {@code findings} is the sum of new, seen again, reappeared and suppressed; {@code notObserved} are the
 * open findings of the same scanner and scope of which this file proves nothing.
 *
 * @param newFindings {@code new} in the API
 * @param itemsReopened those of {@code itemsOpened} that name a closed item
 * @param itemsVerified closed by this import
 */
public record ScanCounts(
        int records,
        int findings,
        int newFindings,
        int seenAgain,
        int reappeared,
        int suppressed,
        int verifiedAbsent,
        int notObserved,
        int itemsOpened,
        int itemsReopened,
        int itemsVerified) {}
