package io.closeout.notify.mail;

import io.closeout.shared.Shortened;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The one row that nodes take turns with, and what the sender last stumbled over. */
@Repository
class RoundRow {

    private static final int LONGEST = 500;

    private final JdbcClient jdbc;

    RoundRow(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param problem in words; null if the last round went well */
    record Round(
            @Nullable Instant ranAt,
            @Nullable String problem,
            @Nullable Instant problemAt) {}

    /** Nobody else makes letters until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold() {
        jdbc.sql("select id from mail_round where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    @Transactional
    public void ran(Instant now, Optional<String> problem) {
        if (problem.isEmpty()) {
            jdbc.sql("update mail_round set ran_at = ?, problem = null, problem_at = null where id = 1")
                    .param(now.atOffset(ZoneOffset.UTC))
                    .update();
        } else {
            jdbc.sql("update mail_round set ran_at = ?, problem = ?, problem_at = ? where id = 1")
                    .params(
                            now.atOffset(ZoneOffset.UTC),
                            Shortened.to(LONGEST, problem.get()),
                            now.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    @Transactional(readOnly = true)
    public Round last() {
        return jdbc.sql("select ran_at, problem, problem_at from mail_round where id = 1")
                .query((row, number) -> new Round(
                        instant(row.getObject("ran_at", OffsetDateTime.class)),
                        row.getString("problem"),
                        instant(row.getObject("problem_at", OffsetDateTime.class))))
                .single();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
