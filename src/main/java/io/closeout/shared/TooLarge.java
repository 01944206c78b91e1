package io.closeout.shared;

/** A file is larger than the limit, which the message names. HTTP 413. */
public final class TooLarge extends Refused {

    private TooLarge(String message) {
        super(message);
    }

    public static TooLarge because(String message) {
        return new TooLarge(message);
    }
}
