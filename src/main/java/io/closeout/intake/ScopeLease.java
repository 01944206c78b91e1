package io.closeout.intake;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets one import at a time compare and commit within a scope. A killed import takes its own lease up again at once; the lease of one
 * that nobody resumes runs out.
 */
@Component
class ScopeLease {

    /** Longer than the longest single statement on a large register, which cannot extend it. */
    private static final Duration LENGTH = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ScopeLease(JdbcClient jdbc, Clock clock, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Takes or extends the lease, in a transaction of its own.
     *
     * @throws ScopeBusy while another import holds it
     */
    void hold(Scan scan) {
        if (!isTaken(scan)) {
            throw new ScopeBusy(scan.scopeId());
        }
    }

    private boolean isTaken(Scan scan) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> extend(scan) || begin(scan)));
        } catch (DuplicateKeyException | ConcurrencyFailureException raced) {
            // Caught out here: on PostgreSQL a failed statement spoils its transaction.
            return false;
        }
    }

    /**
     * Extends the lease within the caller's transaction, so that nothing is committed by an import that was thought dead and lost it.
     *
     * @throws ScopeBusy if another import holds it by now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Scan scan) {
        int kept = jdbc.sql("update scope_lease set held_until = ? where scope_id = ? and scan_id = ?")
                .params(Timestamp.from(until()), scan.scopeId(), scan.id())
                .update();
        if (kept == 0) {
            throw new ScopeBusy(scan.scopeId());
        }
    }

    /** Within the caller's transaction, if there is one. */
    void release(long scanId) {
        jdbc.sql("delete from scope_lease where scan_id = ?").param(scanId).update();
    }

    private boolean extend(Scan scan) {
        return jdbc.sql("update scope_lease set scan_id = ?, held_until = ?"
                                + " where scope_id = ? and (scan_id = ? or held_until < ?)")
                        .params(
                                scan.id(),
                                Timestamp.from(until()),
                                scan.scopeId(),
                                scan.id(),
                                Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private boolean begin(Scan scan) {
        return jdbc.sql("insert into scope_lease (scope_id, scan_id, held_until)"
                                + " select s.id, ?, ? from scope s where s.id = ?"
                                + " and not exists (select 1 from scope_lease l where l.scope_id = s.id)")
                        .params(scan.id(), Timestamp.from(until()), scan.scopeId())
                        .update()
                == 1;
    }

    private Instant until() {
        return clock.instant().plus(LENGTH);
    }
}
