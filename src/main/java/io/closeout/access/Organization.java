package io.closeout.access;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The company that runs this Closeout. There is none until somebody has gone through the set-up. Asked for with every date,
 * so a look at the database serves for two seconds; other nodes see a change after as much.
 */
@Service
public class Organization {

    private static final long FRESH = Duration.ofSeconds(2).toNanos();

    private final JdbcClient jdbc;
    private volatile Looked looked = new Looked(Optional.empty(), 0);

    Organization(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Facts(String name, ZoneId zone) {}

    private record Looked(Optional<Facts> facts, long at) {

        boolean isFresh() {
            return facts.isPresent() && System.nanoTime() - at < FRESH;
        }
    }

    /** Empty until set up. */
    public String name() {
        return facts().map(Facts::name).orElse("");
    }

    /** The policy's zone, in which due dates are days; UTC until set up. */
    public ZoneId zone() {
        return facts().map(Facts::zone).orElse(ZoneId.of("UTC"));
    }

    public boolean isSetUp() {
        return facts().isPresent();
    }

    /** Once: a second call breaks the table's key. */
    void setUp(String name, ZoneId zone) {
        jdbc.sql("insert into organization (id, name, zone) values (1, ?, ?)")
                .params(name, zone.getId())
                .update();
        forgetWithTransaction();
    }

    void change(String name, ZoneId zone) {
        jdbc.sql("update organization set name = ?, zone = ? where id = 1")
                .params(name, zone.getId())
                .update();
        forget();
    }

    /** Once more after the commit, before anybody acts on it: meanwhile the old facts may have been looked up again. */
    @TransactionalEventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(OrganizationChanged committed) {
        forget();
    }

    /** Whoever looks it up meanwhile, in the same transaction, may see what is rolled back in the end. */
    private void forgetWithTransaction() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                forget();
            }
        });
    }

    private void forget() {
        looked = new Looked(Optional.empty(), 0);
    }

    private Optional<Facts> facts() {
        if (!looked.isFresh()) {
            looked = new Looked(
                    jdbc.sql("select name, zone from organization where id = 1")
                            .query((row, number) -> new Facts(row.getString("name"), ZoneId.of(row.getString("zone"))))
                            .optional(),
                    System.nanoTime());
        }
        return looked.facts();
    }
}
