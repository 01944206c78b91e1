package io.closeout.intake;

import io.closeout.intake.parser.ScannedHost.Contact;
import io.closeout.intake.parser.ScannedHost.Credentials;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What a scan says about how it looked at an asset. Many formats say nothing, which is not a no. */
public enum Told {
    YES,
    NO,
    NOT_TOLD;

    /** The rows of one asset together, in the columns that {@link #COLUMNS} names. */
    static Told reached(ResultSet row) throws SQLException {
        return of(row.getInt("reached"), row.getInt("not_reached"));
    }

    static Told credentialed(ResultSet row) throws SQLException {
        return of(row.getInt("credentialed"), row.getInt("denied"));
    }

    /** Of rows (h) of scan_host that are grouped by asset. */
    static final String COLUMNS = "max(case when h.reached = true then 1 else 0 end) as reached,"
            + " max(case when h.contact = '" + Contact.ONLY_PINGED + "' then 1 else 0 end) as not_reached,"
            + " max(case when h.credentialed = true then 1 else 0 end) as credentialed,"
            + " max(case when h.credentials = '" + Credentials.DENIED + "' then 1 else 0 end) as denied";

    private static Told of(int yes, int no) {
        return yes == 1 ? YES : no == 1 ? NO : NOT_TOLD;
    }
}
