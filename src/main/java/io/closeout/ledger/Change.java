package io.closeout.ledger;

import org.jspecify.annotations.Nullable;

/** What a field was and what it became. {@code null} means that there was nothing, which is not the same as empty. */
public record Change(@Nullable String before, @Nullable String after) {

    /** What a field got that had nothing before. */
    public static Change to(@Nullable Object after) {
        return of(null, after);
    }

    /** Both values as their own {@code toString} tells them. */
    public static Change of(@Nullable Object before, @Nullable Object after) {
        return new Change(text(before), text(after));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
