package io.closeout.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An item that new findings need.
 *
 * @param checkNo the check that it is for; the gravest of a group
 * @param groupKey what its findings have in common; null where that is the check
 * @param reopens the ended item that it continues
 * @param siblingOf the item that stands beside it and can take no asset any more
 */
record WantedItem(
        int checkNo,
        @Nullable String groupKey,
        LocalDate detectedOn,
        @Nullable String reopens,
        @Nullable String siblingOf) {

    /** What a number is bound to: the check or the group, and the year of the detection. */
    record Slot(String wanting, int year) {

        static Slot of(int checkNo, @Nullable String groupKey, int year) {
            return new Slot(groupKey == null ? String.valueOf(checkNo) : groupKey, year);
        }
    }

    Slot slot() {
        return Slot.of(checkNo, groupKey, detectedOn.getYear());
    }
}
