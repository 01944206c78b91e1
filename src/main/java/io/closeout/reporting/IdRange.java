package io.closeout.reporting;

import io.closeout.register.PoamId;

/**
 * Ids of one year and one length, after one of them up to another: among those, and only among those, the order of text is
 * the order of numbers. A query by range reads rows side by side, which is faster than by a list of ids.
 *
 * @param after exclusive
 * @param last inclusive
 */
record IdRange(String after, String last) {

    private static final int YEAR_ENDS = "POA-2026".length();

    /** All ids of the year and the length of this one, and up to it. */
    static IdRange upTo(String last) {
        return new IdRange(last.substring(0, YEAR_ENDS), last);
    }

    IdRange after(String id) {
        return new IdRange(id, last);
    }

    IdRange endingWith(String id) {
        return new IdRange(after, id);
    }

    int length() {
        return last.length();
    }

    /** The same items as evidence names them. */
    IdRange subjects() {
        return new IdRange(PoamId.SUBJECT_PREFIX + after, PoamId.SUBJECT_PREFIX + last);
    }
}
