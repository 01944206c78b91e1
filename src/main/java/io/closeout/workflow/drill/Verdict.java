package io.closeout.workflow.drill;

import org.jspecify.annotations.Nullable;

/**
 * What became of an expectation.
 *
 * @param exercise whose it is
 * @param happening {@code null} if nothing happened
 */
record Verdict(
        String exercise,
        String story,
        Expected expected,
        @Nullable Happening happening) {

    boolean rang() {
        return happening != null && happening.on().equals(expected.on());
    }

    /** In words, why it counts as silent. */
    String failure() {
        return happening == null ? "did not happen" : "came late, on " + happening.on();
    }
}
