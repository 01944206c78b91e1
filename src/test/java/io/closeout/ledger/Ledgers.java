package io.closeout.ledger;

import io.closeout.testing.Database;
import java.time.Clock;

/** Ledgers for the database tests of other modules. */
public final class Ledgers {

    private Ledgers() {}

    /** Insists on a transaction, as in the program. */
    public static Ledger on(Database database, Clock clock) {
        return database.transactional(new Ledger(database.jdbcTemplate(), clock));
    }
}
