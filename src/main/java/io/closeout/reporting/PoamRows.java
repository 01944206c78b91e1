package io.closeout.reporting;

import io.closeout.access.PolicyCalendar;
import io.closeout.policy.Track;
import io.closeout.register.ClosedHow;
import io.closeout.register.ItemStatus;
import io.closeout.shared.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The register row by row, as reports need it: any number of items in the memory of one chunk. */
@Component
public class PoamRows {

    /** Items whose details are fetched together. H2 compares each row found with each id, so more is slower. */
    private static final int CHUNK = 100;

    private static final int FETCH_SIZE = 500;

    private static final String OPEN = Arrays.stream(ItemStatus.values())
            .filter(ItemStatus::isOpen)
            .map(status -> "'" + status.name() + "'")
            .collect(Collectors.joining(", ", "(", ")"));

    private static final String SELECT = """
            select i.id, i.title, i.description, i.source, i.source_id, i.detected_on, i.cvss, i.severity, i.priority,
                   o.name as owner_name, o.email as owner_email, i.remediation_plan, i.original_completion,
                   i.planned_completion, i.deadline, i.estimated_hours, i.resources, i.status, i.residual_risk, i.track,
                   s.name as scope, i.comments, i.closed_on, i.closed_how,
                   case when i.closed_by = 'system' then 'Closeout' else coalesce(c.name, i.closed_by) end as closed_by
            from poam_item i
            join scope s on s.id = i.scope_id
            left join person o on o.id = i.owner_id
            left join person c on c.id = i.closed_by
            """;

    /** By year, then by number: POA-2026-999 comes before POA-2026-1000. */
    private static final String ORDER = " order by substring(i.id, 1, 8), char_length(i.id), i.id";

    private final JdbcTemplate cursor;
    private final ItemDetails details;
    private final PolicyCalendar calendar;

    PoamRows(DataSource dataSource, ItemDetails details, PolicyCalendar calendar) {
        this.cursor = new JdbcTemplate(dataSource);
        this.cursor.setFetchSize(FETCH_SIZE);
        this.details = details;
        this.calendar = calendar;
    }

    /**
     * Hands out the open items, or all others, by rising id. Needs the caller's transaction: PostgreSQL streams only
     * inside of one, and sheets of one workbook must agree with each other.
     *
     * @param scope id of the scope; {@code null} for all
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void each(boolean open, @Nullable String scope, Consumer<PoamRow> taker) {
        List<ItemFacts> chunk = new ArrayList<>(CHUNK);
        LocalDate today = calendar.today();
        String where = "where i.status " + (open ? "in " : "not in ") + OPEN;
        Object[] parameters = scope == null ? new Object[0] : new Object[] {scope};
        cursor.query(
                SELECT + where + (scope == null ? "" : " and i.scope_id = ?") + ORDER,
                row -> {
                    chunk.add(facts(row, today));
                    if (chunk.size() == CHUNK) {
                        handOut(chunk, taker);
                    }
                },
                parameters);
        handOut(chunk, taker);
    }

    private void handOut(List<ItemFacts> chunk, Consumer<PoamRow> taker) {
        if (!chunk.isEmpty()) {
            details.complete(chunk).forEach(taker);
            chunk.clear();
        }
    }

    private static ItemFacts facts(ResultSet row, LocalDate today) throws SQLException {
        ItemStatus status = ItemStatus.valueOf(row.getString("status"));
        LocalDate planned = date(row, "planned_completion");
        LocalDate deadline = row.getObject("deadline", LocalDate.class);
        LocalDate due = planned == null ? deadline : planned;
        return new ItemFacts(
                row.getString("id"),
                row.getString("title"),
                row.getString("description"),
                row.getString("source"),
                row.getString("source_id"),
                row.getObject("detected_on", LocalDate.class),
                row.getBigDecimal("cvss"),
                Severity.valueOf(row.getString("severity")),
                Severity.valueOf(row.getString("priority")),
                row.getString("owner_name"),
                row.getString("owner_email"),
                row.getString("remediation_plan"),
                date(row, "original_completion"),
                planned,
                deadline,
                row.getBigDecimal("estimated_hours"),
                row.getString("resources"),
                status,
                status.isOpen() && due.isBefore(today),
                Optional.ofNullable(row.getString("residual_risk"))
                        .map(Severity::valueOf)
                        .orElse(null),
                Track.valueOf(row.getString("track")),
                row.getString("scope"),
                row.getString("comments"),
                date(row, "closed_on"),
                Optional.ofNullable(row.getString("closed_how"))
                        .map(ClosedHow::valueOf)
                        .orElse(null),
                row.getString("closed_by"));
    }

    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
