package io.closeout.intake;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets one import at a time compare and commit within a scope. A lease whose holder died runs out. */
@Component
class ScopeLease {

    private static final Duration LENGTH = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    ScopeLease(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes or extends the lease; {@code false} while another import holds it. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean hold(String scopeId, long scanId) {
        Instant now = clock.instant();
        int taken = jdbc.sql("update scope_lease set scan_id = ?, held_until = ?"
                        + " where scope_id = ? and (scan_id = ? or held_until < ?)")
                .params(scanId, Timestamp.from(now.plus(LENGTH)), scopeId, scanId, Timestamp.from(now))
                .update();
        return taken == 1 || begin(scopeId, scanId, now);
    }

    private boolean begin(String scopeId, long scanId, Instant now) {
        boolean held = jdbc.sql("select count(*) from scope_lease where scope_id = ?")
                        .param(scopeId)
                        .query(Integer.class)
                        .single()
                > 0;
        if (held) {
            return false;
        }
        try {
            jdbc.sql("insert into scope_lease (scope_id, scan_id, held_until) values (?, ?, ?)")
                    .params(scopeId, scanId, Timestamp.from(now.plus(LENGTH)))
                    .update();
            return true;
        } catch (DuplicateKeyException raced) {
            return false;
        }
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void release(String scopeId, long scanId) {
        jdbc.sql("delete from scope_lease where scope_id = ? and scan_id = ?")
                .params(scopeId, scanId)
                .update();
    }
}
