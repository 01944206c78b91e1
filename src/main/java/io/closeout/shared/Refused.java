package io.closeout.shared;

/**
 * A rule said no. The message is shown to the person as it stands: it says what, where and what to do, in plain words,
 * and never holds internals. Translated once at each edge (page, API, Tasklist form): HTTP 400.
 */
public class Refused extends RuntimeException {

    protected Refused(String message) {
        super(message);
    }

    public static Refused because(String message) {
        return new Refused(message);
    }
}
