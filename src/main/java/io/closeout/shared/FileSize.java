package io.closeout.shared;

import org.springframework.util.unit.DataSize;

/** Sizes of files in words: the largest unit that says them exactly, or nearly where exactness helps nobody. */
public final class FileSize {

    private static final String[] UNITS = {"bytes", "kB", "MB", "GB"};

    private FileSize() {}

    /** Exact, for limits: {@code 2 GB}, {@code 1536 kB}. */
    public static String exactly(DataSize size) {
        long amount = size.toBytes();
        int unit = 0;
        while (unit < UNITS.length - 1 && amount > 0 && amount % 1024 == 0) {
            amount /= 1024;
            unit++;
        }
        return amount + " " + UNITS[unit];
    }

    /** Rounded down to a whole number, for lists: {@code 12 MB}. */
    public static String about(long bytes) {
        long amount = bytes;
        int unit = 0;
        while (unit < UNITS.length - 1 && amount >= 1024) {
            amount /= 1024;
            unit++;
        }
        return amount + " " + UNITS[unit];
    }
}
