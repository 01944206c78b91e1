package io.closeout.review.status;

import io.closeout.review.status.StatusRound.EndedHow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Rounds as rows. */
@Repository
class StatusRoundRows {

    private final JdbcClient jdbc;

    StatusRoundRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @return the id of the round
     * @throws DuplicateKeyException if one is open for the owner already
     */
    long insert(String owner, LocalDate openedOn, LocalDate due) {
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("insert into status_round (owner_id, open_owner, opened_on, due_on) values (?, ?, ?, ?)")
                .params(owner, owner, openedOn, due)
                .update(id, "id");
        return id.getKeyAs(Long.class);
    }

    /** @return whether it was open until now */
    boolean end(long id, EndedHow how, Instant now) {
        return jdbc.sql("update status_round set open_owner = null, ended_at = ?, ended_how = ?"
                                + " where id = ? and open_owner is not null")
                        .params(now.atOffset(ZoneOffset.UTC), how.name(), id)
                        .update()
                == 1;
    }

    Optional<StatusRound> find(long id) {
        return jdbc.sql("select * from status_round where id = ?")
                .param(id)
                .query(StatusRoundRows::round)
                .optional();
    }

    Optional<StatusRound> openFor(String owner) {
        return jdbc.sql("select * from status_round where open_owner = ?")
                .param(owner)
                .query(StatusRoundRows::round)
                .optional();
    }

    List<StatusRound> open() {
        return jdbc.sql("select * from status_round where open_owner is not null order by id")
                .query(StatusRoundRows::round)
                .list();
    }

    private static StatusRound round(ResultSet row, int number) throws SQLException {
        return new StatusRound(
                row.getLong("id"),
                row.getString("owner_id"),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                Optional.ofNullable(row.getString("ended_how"))
                        .map(EndedHow::valueOf)
                        .orElse(null));
    }
}
