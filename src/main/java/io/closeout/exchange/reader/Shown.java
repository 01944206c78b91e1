package io.closeout.exchange.reader;

/** What stands in a cell, short enough for a message. */
final class Shown {

    private static final int LONGEST = 60;

    private Shown() {}

    static String of(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
