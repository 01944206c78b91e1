package io.closeout.threat.reading;

/** One entry cannot be taken; the message says why in plain words. */
final class EntryBroken extends Exception {

    private EntryBroken(String message) {
        super(message, null, false, false);
    }

    static EntryBroken because(String message) {
        return new EntryBroken(message);
    }
}
