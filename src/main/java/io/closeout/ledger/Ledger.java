package io.closeout.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Appends what happened and reads it back. There is no way to change or to remove an event. */
@Service
public class Ledger {

    private static final int ROWS_PER_ROUND_TRIP = 500;

    private static final String INSERT = """
            insert into ledger_event (occurred_at, actor, via, kind, subject, fields, digest)
            values (?, ?, ?, ?, ?, ?, ?)""";

    private static final String SELECT = """
            select id, occurred_at, actor, via, kind, subject, fields, digest, seal_no, chain_hash
            from ledger_event
            """;

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Salts salts = new Salts();

    Ledger(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Must run in the transaction that makes the change, so that neither is kept without the other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(LedgerEntry entry) {
        insert(List.of(entry));
    }

    /** As {@link #append}, in few round trips; all entries get the same time and keep their order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void appendAll(List<LedgerEntry> entries) {
        insert(entries);
    }

    /** All events of the subject, oldest first; empty if there are none. */
    public List<LedgerEvent> of(String subject) {
        return jdbc.query(SELECT + "where subject = ? order by id", Ledger::event, subject);
    }

    /** The last events of all subjects, newest first. */
    public List<LedgerEvent> recent(int limit) {
        return jdbc.query(SELECT + "order by id desc fetch first ? rows only", Ledger::event, limit);
    }

    private void insert(List<LedgerEntry> entries) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Object[]> rows = entries.stream().map(entry -> row(entry, now)).toList();
        for (int from = 0; from < rows.size(); from += ROWS_PER_ROUND_TRIP) {
            jdbc.batchUpdate(INSERT, rows.subList(from, Math.min(rows.size(), from + ROWS_PER_ROUND_TRIP)));
        }
    }

    private Object[] row(LedgerEntry entry, Instant now) {
        String actor = entry.by().id();
        String via = entry.by().via();
        List<LedgerField> fields = salts.salted(entry);
        String digest = CanonicalForm.ofEvent(now, actor, via, entry.kind(), entry.subject(), fields)
                .digest();
        return new Object[] {
            now.atOffset(ZoneOffset.UTC), actor, via, entry.kind(), entry.subject(), FieldsJson.write(fields), digest
        };
    }

    private static LedgerEvent event(ResultSet row, int number) throws SQLException {
        return new LedgerEvent(
                row.getLong("id"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("via"),
                row.getString("kind"),
                row.getString("subject"),
                FieldsJson.read(row.getString("fields")),
                row.getString("digest"),
                row.getObject("seal_no", Long.class),
                row.getString("chain_hash"));
    }
}
