package io.closeout.assessment;

import io.closeout.assessment.CmmcStatus.Affirmation;
import io.closeout.assessment.CmmcStatus.Closeout;
import io.closeout.assessment.CmmcStatus.Entry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Statuses with their entries, closeouts and affirmations. Only where a status stands ever changes. */
@Repository
class StatusRows {

    private final JdbcClient jdbc;

    StatusRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @return the id of the status
     * @throws DuplicateKeyException if the scope has an active one already
     */
    long insert(String scope, NewStatus recorded, StatusState state, int score, String by, Instant now) {
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into cmmc_status (scope_id, active_scope, state, began_as, assessment_kind, assessor,
                                                 status_date, score, recorded_by, recorded_at)
                        values (:scope, :scope, :state, :state, :kind, :assessor, :date, :score, :by, :now)""")
                .param("scope", scope)
                .param("state", state.name())
                .param("kind", recorded.kind().name())
                .param("assessor", recorded.assessor())
                .param("date", recorded.statusDate())
                .param("score", score)
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update(id, "id");
        return id.getKeyAs(Long.class);
    }

    void insert(long status, Entry entry) {
        jdbc.sql("insert into cmmc_status_entry (status_id, requirement, points, item_id) values (?, ?, ?, ?)")
                .params(status, entry.requirement().id(), entry.points(), entry.item())
                .update();
    }

    void insert(long status, Closeout closeout) {
        jdbc.sql("""
                        insert into cmmc_closeout (status_id, assessment_kind, assessor, assessed_on, posted_on, all_met,
                                                   not_met, note, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        status,
                        closeout.kind().name(),
                        closeout.assessor(),
                        closeout.assessedOn(),
                        closeout.postedOn(),
                        closeout.allMet(),
                        closeout.notMet(),
                        closeout.note(),
                        closeout.recordedBy(),
                        closeout.recordedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @throws DuplicateKeyException if this occasion was affirmed already */
    void insert(long status, Affirmation made, Instant now) {
        jdbc.sql("""
                        insert into cmmc_affirmation (status_id, occasion, statement, official_title, contact, affirmed_on,
                                                      remarks, affirmed_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        status,
                        made.occasion().name(),
                        made.statement(),
                        made.title(),
                        made.contact(),
                        made.affirmedOn(),
                        made.remarks(),
                        made.affirmedBy(),
                        now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A Conditional status that was closed out is Final from then on. */
    void becomeFinal(long id) {
        jdbc.sql("update cmmc_status set state = ? where id = ?")
                .params(StatusState.FINAL.name(), id)
                .update();
    }

    void end(long id, StatusState how, LocalDate on, String why) {
        jdbc.sql("update cmmc_status set state = ?, active_scope = null, ended_on = ?, ended_why = ? where id = ?")
                .params(how.name(), on, why, id)
                .update();
    }

    /** Until the transaction ends nobody else moves the status: whoever holds it now goes first. */
    void hold(long id) {
        jdbc.sql("select id from cmmc_status where id = ? for update")
                .param(id)
                .query(Long.class)
                .optional();
    }

    Optional<CmmcStatus> find(long id) {
        return jdbc.sql("select * from cmmc_status where id = ?")
                .param(id)
                .query(this::status)
                .optional();
    }

    Optional<CmmcStatus> active(String scope) {
        return jdbc.sql("select * from cmmc_status where active_scope = ?")
                .param(scope)
                .query(this::status)
                .optional();
    }

    /** The status date of the active Conditional status of a scope. */
    Optional<LocalDate> conditionalSince(String scope) {
        return jdbc.sql("select status_date from cmmc_status where active_scope = ? and state = ?")
                .params(scope, StatusState.CONDITIONAL.name())
                .query((row, number) -> row.getObject(1, LocalDate.class))
                .optional();
    }

    /** Newest first. */
    List<CmmcStatus> of(String scope) {
        return jdbc.sql("select * from cmmc_status where scope_id = ? order by id desc")
                .param(scope)
                .query(this::status)
                .list();
    }

    List<CmmcStatus> active() {
        return jdbc.sql("select * from cmmc_status where active_scope is not null order by id")
                .query(this::status)
                .list();
    }

    private CmmcStatus status(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        return new CmmcStatus(
                id,
                row.getString("scope_id"),
                StatusState.valueOf(row.getString("state")),
                StatusState.valueOf(row.getString("began_as")),
                AssessmentKind.valueOf(row.getString("assessment_kind")),
                row.getString("assessor"),
                row.getObject("status_date", LocalDate.class),
                row.getInt("score"),
                row.getString("recorded_by"),
                moment(row),
                row.getObject("ended_on", LocalDate.class),
                row.getString("ended_why"),
                entries(id),
                closeouts(id),
                affirmations(id));
    }

    private List<Entry> entries(long status) {
        return jdbc
                .sql("select requirement, points, item_id from cmmc_status_entry where status_id = ?")
                .param(status)
                .query((row, number) -> new Entry(
                        Requirements.get(row.getString("requirement")), row.getInt("points"), row.getString("item_id")))
                .list()
                .stream()
                .sorted((one, other) -> one.requirement().compareTo(other.requirement()))
                .toList();
    }

    private List<Closeout> closeouts(long status) {
        return jdbc.sql("select * from cmmc_closeout where status_id = ? order by id")
                .param(status)
                .query((row, number) -> new Closeout(
                        AssessmentKind.valueOf(row.getString("assessment_kind")),
                        row.getString("assessor"),
                        row.getObject("assessed_on", LocalDate.class),
                        row.getObject("posted_on", LocalDate.class),
                        row.getBoolean("all_met"),
                        row.getString("not_met"),
                        row.getString("note"),
                        row.getString("recorded_by"),
                        moment(row)))
                .list();
    }

    private List<Affirmation> affirmations(long status) {
        return jdbc.sql("select * from cmmc_affirmation where status_id = ? order by recorded_at")
                .param(status)
                .query((row, number) -> new Affirmation(
                        Occasion.valueOf(row.getString("occasion")),
                        row.getString("statement"),
                        row.getString("official_title"),
                        row.getString("contact"),
                        row.getObject("affirmed_on", LocalDate.class),
                        row.getString("remarks"),
                        row.getString("affirmed_by")))
                .list();
    }

    private static Instant moment(ResultSet row) throws SQLException {
        return row.getObject("recorded_at", OffsetDateTime.class).toInstant();
    }
}
