package io.closeout.intake.parser;

/**
 * A part of a file that was left out: because its meaning would have to be guessed, or because the file itself says that it is settled.
 *
 * @param where place in the file, in words
 * @param why what was not understood, or how it is settled
 * @param isResult whether it is one of the results that its format is counted by, and not a remark on the file or on a part of a result
 */
public record Skipped(String where, String why, boolean isResult) {

    /** A remark. */
    public Skipped(String where, String why) {
        this(where, why, false);
    }

    public static Skipped result(String where, String why) {
        return new Skipped(where, why, true);
    }
}
