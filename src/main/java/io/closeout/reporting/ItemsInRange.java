package io.closeout.reporting;

import io.closeout.access.PolicyCalendar;
import io.closeout.policy.Track;
import io.closeout.register.ClosedHow;
import io.closeout.register.ItemStatus;
import io.closeout.review.status.Outlook;
import io.closeout.shared.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The items themselves, a range at a time. */
@Component
class ItemsInRange {

    private static final String SELECT = """
            select i.id, i.title, i.description, i.source, i.source_id, i.detected_on, i.cvss, i.severity, i.priority,
                   o.name as owner_name, o.email as owner_email, i.remediation_plan, i.original_completion,
                   i.planned_completion, i.vendor_wait_until, i.deadline, i.estimated_hours, i.resources, i.status, i.residual_risk, i.track,
                   s.name as scope, i.comments, i.closed_on, i.closed_how,
                   w.given_on, w.outlook, w.percent_done, w.note, w.blocker,
                   case when i.closed_by = 'system' then 'Closeout' else coalesce(c.name, i.closed_by) end as closed_by
            from poam_item i
            join scope s on s.id = i.scope_id
            left join person o on o.id = i.owner_id
            left join person c on c.id = i.closed_by
            left join status_update w on w.id = (select max(u.id) from status_update u where u.item_id = i.id)
            where i.id > :after and i.id <= :last and char_length(i.id) = :length
            """;

    private static final String RANGES = """
            select max(id) from poam_item group by substring(id, 1, 8), char_length(id)
            order by substring(id, 1, 8), char_length(id)""";

    private final JdbcClient jdbc;
    private final PolicyCalendar calendar;

    ItemsInRange(JdbcClient jdbc, PolicyCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /** Of all items, by year, then by number: POA-2026-999 comes before POA-2026-1000. */
    List<IdRange> ranges() {
        return jdbc.sql(RANGES)
                .query((row, number) -> IdRange.upTo(row.getString(1)))
                .list();
    }

    /**
     * By rising id.
     *
     * @param scope id of the scope; {@code null} for all
     */
    List<ItemFacts> firstOf(IdRange range, @Nullable String scope, int most) {
        LocalDate today = calendar.today();
        return jdbc.sql(SELECT + (scope == null ? "" : " and i.scope_id = :scope")
                        + " order by i.id fetch first :most rows only")
                .param("after", range.after())
                .param("last", range.last())
                .param("length", range.length())
                .param("scope", scope)
                .param("most", most)
                .query((row, number) -> facts(row, today))
                .list();
    }

    private static ItemFacts facts(ResultSet row, LocalDate today) throws SQLException {
        ItemStatus status = ItemStatus.valueOf(row.getString("status"));
        LocalDate planned = date(row, "planned_completion");
        LocalDate deadline = row.getObject("deadline", LocalDate.class);
        LocalDate due = planned == null ? deadline : planned;
        LocalDate vendorWaitUntil = date(row, "vendor_wait_until");
        LocalDate inTimeUntil = vendorWaitUntil != null && vendorWaitUntil.isAfter(due) ? vendorWaitUntil : due;
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
                status.isOpen() && inTimeUntil.isBefore(today),
                Optional.ofNullable(row.getString("residual_risk"))
                        .map(Severity::valueOf)
                        .orElse(null),
                Track.valueOf(row.getString("track")),
                row.getString("scope"),
                comments(row),
                date(row, "closed_on"),
                Optional.ofNullable(row.getString("closed_how"))
                        .map(ClosedHow::valueOf)
                        .orElse(null),
                row.getString("closed_by"));
    }

    /** What was written with the plan, and under it how the item stood last in its owner's words. */
    private static @Nullable String comments(ResultSet row) throws SQLException {
        String planned = row.getString("comments");
        String outlook = row.getString("outlook");
        if (outlook == null) {
            return planned;
        }
        String word = "%s: %s, %d %%"
                .formatted(
                        row.getObject("given_on", LocalDate.class),
                        Outlook.valueOf(outlook).label(),
                        row.getInt("percent_done"));
        return Stream.of(planned, word, row.getString("note"), blocker(row))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    private static @Nullable String blocker(ResultSet row) throws SQLException {
        String blocker = row.getString("blocker");
        return blocker == null ? null : "Blocker: " + blocker;
    }

    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
