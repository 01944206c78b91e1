package io.closeout.intake.parser;

import io.closeout.shared.Refused;

/** The content of a file cannot be read as a scan. Nothing of the file may be kept. */
public final class ScanUnreadable extends Refused {

    private final String where;
    private final String why;

    private final boolean asksForColumns;

    private ScanUnreadable(String where, String why, boolean asksForColumns) {
        super(where.isEmpty() ? why : where + ": " + why);
        this.asksForColumns = asksForColumns;
        this.where = where;
        this.why = why;
    }

    /**
     * @param where place in the file, such as {@code line 12, column 3}
     * @param why what is wrong there and what to do about it
     */
    public static ScanUnreadable at(String where, String why) {
        return new ScanUnreadable(where, why, false);
    }

    /** For what is wrong with the file as a whole. */
    public static ScanUnreadable because(String why) {
        return new ScanUnreadable("", why, false);
    }

    /** For a table that could be read if somebody said what its columns mean. */
    public static ScanUnreadable unknownColumns(String why) {
        return new ScanUnreadable("", why, true);
    }

    public boolean asksForColumns() {
        return asksForColumns;
    }

    /** Place in the file; empty if the file as a whole is meant. */
    public String where() {
        return where;
    }

    public String why() {
        return why;
    }
}
