package io.closeout.notify;

import io.closeout.testing.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;

/** Outboxes without a mail server behind them. */
final class MailFixtures {

    private static final MailSettings SETTINGS =
            new MailSettings("closeout@halyard.example", LocalTime.of(8, 30), Duration.ofDays(1), true);

    private MailFixtures() {}

    static Outbox closedOutbox(Database database) {
        return outbox(database, "");
    }

    static Outbox openOutbox(Database database) {
        return outbox(database, "mail.halyard.example");
    }

    private static Outbox outbox(Database database, String host) {
        return database.transactional(new Outbox(database.jdbc(), Clock.systemUTC(), new MailSwitch(host, SETTINGS)));
    }
}
