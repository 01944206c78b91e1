package io.closeout.notify.mail;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Deliveries as rows. A state is only left by who finds it as expected, so that two nodes cannot both take a delivery. */
@Repository
class DeliveryRows {

    private final JdbcClient jdbc;

    DeliveryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return its id */
    long record(String messageId, String person, @Nullable LocalDate digestOn, Instant now) {
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into mail_delivery (message_id, person_id, digest_on, state, attempts, recorded_at, next_attempt_at)"
                                + " values (:message, :person, :digest, :state, 0, :now, :now)")
                .param("message", messageId)
                .param("person", person)
                .param("digest", digestOn == null ? null : Date.valueOf(digestOn), java.sql.Types.DATE)
                .param("state", DeliveryState.WAITING.name())
                .param("now", utc(now))
                .update(id, "id");
        return id.getKeyAs(Long.class);
    }

    boolean hasDigest(String person, LocalDate day) {
        return jdbc.sql("select count(*) from mail_delivery where person_id = ? and digest_on = ?")
                        .params(person, Date.valueOf(day))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    boolean hasUrgentSince(String person, Instant moment) {
        return jdbc.sql(
                                "select count(*) from mail_delivery where person_id = ? and digest_on is null and recorded_at > ?")
                        .params(person, utc(moment))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Those whose time has come, oldest first. */
    List<Delivery> due(Instant now, int most) {
        return jdbc.sql("select * from mail_delivery where state = ? and next_attempt_at <= ?"
                        + " order by next_attempt_at, id fetch first ? rows only")
                .params(DeliveryState.WAITING.name(), utc(now), most)
                .query(DeliveryRows::delivery)
                .list();
    }

    /** @return whether it is ours now; another node may have been faster */
    boolean claim(long id, Instant now) {
        return jdbc.sql("update mail_delivery set state = ?, attempts = attempts + 1, claimed_at = ?"
                                + " where id = ? and state = ? and next_attempt_at <= ?")
                        .params(DeliveryState.SENDING.name(), utc(now), id, DeliveryState.WAITING.name(), utc(now))
                        .update()
                == 1;
    }

    /** Back among those that wait. */
    void postpone(long id, Instant until, String problem) {
        jdbc.sql("update mail_delivery set state = ?, next_attempt_at = ?, problem = ? where id = ? and state = ?")
                .params(DeliveryState.WAITING.name(), utc(until), problem, id, DeliveryState.SENDING.name())
                .update();
    }

    /** Also what was taken for lost meanwhile: the word of who sent it counts. */
    void end(long id, DeliveryState state, @Nullable String problem, Instant now) {
        jdbc.sql("update mail_delivery set state = ?, problem = coalesce(?, problem), ended_at = ?"
                        + " where id = ? and state in (?, ?)")
                .params(
                        state.name(),
                        problem,
                        utc(now),
                        id,
                        DeliveryState.SENDING.name(),
                        DeliveryState.IN_DOUBT.name())
                .update();
    }

    /** @return how many a node was sending when it ended */
    int doubtClaimedBefore(Instant moment, String problem, Instant now) {
        return jdbc.sql(
                        "update mail_delivery set state = ?, problem = ?, ended_at = ? where state = ? and claimed_at < ?")
                .params(DeliveryState.IN_DOUBT.name(), problem, utc(now), DeliveryState.SENDING.name(), utc(moment))
                .update();
    }

    /** @return how many waited so long that nobody wants them any more */
    int giveUpRecordedBefore(Instant moment, String problem, Instant now) {
        return jdbc.sql(
                        "update mail_delivery set state = ?, problem = ?, ended_at = ? where state = ? and recorded_at < ?")
                .params(DeliveryState.GIVEN_UP.name(), problem, utc(now), DeliveryState.WAITING.name(), utc(moment))
                .update();
    }

    /** @return whether it was in trouble, and now waits as if it were new */
    boolean sendAgain(long id, Instant now) {
        return jdbc.sql(
                                "update mail_delivery set state = ?, attempts = 0, problem = null, recorded_at = ?, next_attempt_at = ?, ended_at = null"
                                        + " where id = ? and state in (?, ?)")
                        .params(
                                DeliveryState.WAITING.name(),
                                utc(now),
                                utc(now),
                                id,
                                DeliveryState.IN_DOUBT.name(),
                                DeliveryState.GIVEN_UP.name())
                        .update()
                == 1;
    }

    /** @return whether it was in trouble, and now is none any more */
    boolean setAside(long id) {
        return jdbc.sql("update mail_delivery set state = ? where id = ? and state in (?, ?)")
                        .params(
                                DeliveryState.NEEDLESS.name(),
                                id,
                                DeliveryState.IN_DOUBT.name(),
                                DeliveryState.GIVEN_UP.name())
                        .update()
                == 1;
    }

    Optional<Delivery> find(long id) {
        return jdbc.sql("select * from mail_delivery where id = ?")
                .param(id)
                .query(DeliveryRows::delivery)
                .optional();
    }

    /** Newest first. */
    List<Delivery> inTrouble(int most) {
        return jdbc.sql("select * from mail_delivery where state in (?, ?) order by id desc fetch first ? rows only")
                .params(DeliveryState.IN_DOUBT.name(), DeliveryState.GIVEN_UP.name(), most)
                .query(DeliveryRows::delivery)
                .list();
    }

    /** Without a state that no delivery is in. */
    Map<DeliveryState, Integer> counts() {
        Map<DeliveryState, Integer> counts = new EnumMap<>(DeliveryState.class);
        jdbc.sql("select state, count(*) as number_of from mail_delivery group by state")
                .query(row -> {
                    counts.put(DeliveryState.valueOf(row.getString("state")), row.getInt("number_of"));
                });
        return counts;
    }

    /** The newest trouble with one that still waits. */
    Optional<String> lastProblem() {
        return jdbc.sql("select problem from mail_delivery where problem is not null and state in (?, ?, ?)"
                        + " order by claimed_at desc, id desc fetch first 1 rows only")
                .params(DeliveryState.WAITING.name(), DeliveryState.IN_DOUBT.name(), DeliveryState.GIVEN_UP.name())
                .query(String.class)
                .optional();
    }

    void deleteEndedBefore(Instant moment) {
        jdbc.sql("delete from mail_line where delivery_id in (select id from mail_delivery where ended_at < ?)")
                .param(utc(moment))
                .update();
        jdbc.sql("delete from mail_delivery where ended_at < ?")
                .param(utc(moment))
                .update();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        Date digestOn = row.getDate("digest_on");
        return new Delivery(
                row.getLong("id"),
                row.getString("message_id"),
                row.getString("person_id"),
                digestOn == null ? null : digestOn.toLocalDate(),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("problem"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
