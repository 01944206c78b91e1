package io.closeout.register;

import io.closeout.shared.NotFound;
import java.util.regex.Pattern;

/**
 * {@code POA-2026-001}: year of detection and a number of at least three digits. Never reused; gaps are allowed.
 */
public record PoamId(String text) {

    private static final Pattern SHAPE = Pattern.compile("POA-\\d{4}-\\d{3,9}");

    /** What {@link #subject()} begins with. */
    public static final String SUBJECT_PREFIX = "item:";

    public PoamId {
        if (!isOne(text)) {
            throw NotFound.of("POA&M item", text);
        }
    }

    public static boolean isOne(String text) {
        return SHAPE.matcher(text).matches();
    }

    public static PoamId of(int year, int number) {
        return new PoamId("POA-%04d-%03d".formatted(year, number));
    }

    /** The name under which the ledger and the evidence know this item. */
    public String subject() {
        return SUBJECT_PREFIX + text;
    }

    @Override
    public String toString() {
        return text;
    }
}
