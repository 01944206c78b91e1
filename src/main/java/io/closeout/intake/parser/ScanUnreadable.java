package io.closeout.intake.parser;

import io.closeout.shared.Refused;
import java.util.List;

/** The content of a file cannot be read as a scan. Nothing of the file may be kept. */
public final class ScanUnreadable extends Refused {

    private final String where;
    private final String why;

    private final boolean asksForColumns;
    private final transient List<ScanInput> reports;

    private ScanUnreadable(String where, String why, boolean asksForColumns, List<ScanInput> reports) {
        super(where.isEmpty() ? why : where + ": " + why);
        this.asksForColumns = asksForColumns;
        this.reports = List.copyOf(reports);
        this.where = where;
        this.why = why;
    }

    /**
     * @param where place in the file, such as {@code line 12, column 3}
     * @param why what is wrong there and what to do about it
     */
    public static ScanUnreadable at(String where, String why) {
        return new ScanUnreadable(where, why, false, List.of());
    }

    /** For what is wrong with the file as a whole. */
    public static ScanUnreadable because(String why) {
        return new ScanUnreadable("", why, false, List.of());
    }

    /** For a table that could be read if somebody said what its columns mean. */
    public static ScanUnreadable unknownColumns(String why) {
        return new ScanUnreadable("", why, true, List.of());
    }

    /** For an archive whose reports are to be read one by one. */
    public static ScanUnreadable severalReports(List<ScanInput> reports, String why) {
        return new ScanUnreadable("", why, false, reports);
    }

    public boolean asksForColumns() {
        return asksForColumns;
    }

    /** In an archive of several, in its order; empty for any other file. */
    public List<ScanInput> reports() {
        return reports;
    }

    /** Place in the file; empty if the file as a whole is meant. */
    public String where() {
        return where;
    }

    public String why() {
        return why;
    }
}
