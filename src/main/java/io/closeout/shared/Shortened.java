package io.closeout.shared;

/** Text for a place that takes only so much: cut at its end, where an ellipsis says so. */
public final class Shortened {

    private Shortened() {}

    /** @param most characters, ellipsis included */
    public static String to(int most, String text) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
