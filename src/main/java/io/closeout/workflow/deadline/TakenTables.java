package io.closeout.workflow.deadline;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers which version of a table all open items were held against, so that a standstill loses none. */
@Component
class TakenTables {

    private final JdbcClient jdbc;
    private final Clock clock;

    TakenTables(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Integer> version(String decisionId) {
        return jdbc.sql("select taken_version from deadline_table_taken where decision_id = ?")
                .param(decisionId)
                .query(Integer.class)
                .optional();
    }

    /** @return {@code false} if another node was first */
    boolean take(String decisionId, int version) {
        Timestamp now = Timestamp.from(clock.instant());
        int moved = jdbc.sql("update deadline_table_taken set taken_version = ?, taken_at = ?"
                        + " where decision_id = ? and taken_version <> ?")
                .params(version, now, decisionId, version)
                .update();
        int added = moved > 0
                ? 0
                : jdbc.sql("insert into deadline_table_taken (decision_id, taken_version, taken_at) select ?, ?, ?"
                                + " from (select 1 as one) dual_row where not exists"
                                + " (select 1 from deadline_table_taken where decision_id = ?)")
                        .params(decisionId, version, now, decisionId)
                        .update();
        return moved + added > 0;
    }
}
