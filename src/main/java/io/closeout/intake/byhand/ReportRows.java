package io.closeout.intake.byhand;

import io.closeout.assessment.Requirement;
import io.closeout.assessment.Requirements;
import io.closeout.intake.byhand.FindingsByHand.Report;
import io.closeout.register.ItemStatus;
import io.closeout.register.PoamId;
import io.closeout.shared.Page;
import io.closeout.shared.PageRequest;
import io.closeout.shared.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which item stands for which entry. */
@Repository
class ReportRows {

    private static final String SELECT = "select f.item_id, f.source, i.source_id, f.requirements, f.reported_by,"
            + " f.reported_at, i.title, i.severity, i.status, w.solution from reported_finding f"
            + " join poam_item i on i.id = f.item_id left join weakness w on w.id = i.weakness_id ";

    private final JdbcClient jdbc;

    ReportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends nobody else reports in this scope. */
    void hold(String scope) {
        jdbc.sql("select id from scope where id = ? for update")
                .param(scope)
                .query(String.class)
                .single();
    }

    Optional<PoamId> find(String scope, ReportedFinding wanted) {
        return jdbc.sql("select item_id from reported_finding where scope_id = ? and source = ? and entry_key = ?")
                .params(scope, wanted.source().name(), wanted.key())
                .query(String.class)
                .optional()
                .map(PoamId::new);
    }

    void insert(PoamId item, String scope, ReportedFinding finding, String by, Instant now) {
        jdbc.sql("insert into reported_finding"
                        + " (item_id, scope_id, source, entry_key, requirements, reported_by, reported_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        item.text(),
                        scope,
                        finding.source().name(),
                        finding.key(),
                        finding.requirements().stream().map(Requirement::id).collect(Collectors.joining(" ")),
                        by,
                        now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Newest first. */
    Page<Report> list(PageRequest page) {
        List<Report> reports = jdbc.sql(
                        SELECT + "order by f.reported_at desc, f.item_id desc offset ? rows fetch first ? rows only")
                .params(page.offset(), page.size())
                .query(ReportRows::report)
                .list();
        long total = jdbc.sql("select count(*) from reported_finding")
                .query(Long.class)
                .single();
        return new Page<>(reports, page.page(), page.size(), total);
    }

    Optional<Report> of(PoamId item) {
        return jdbc.sql(SELECT + "where f.item_id = ?")
                .param(item.text())
                .query(ReportRows::report)
                .optional();
    }

    private static Report report(ResultSet row, int number) throws SQLException {
        return new Report(
                new PoamId(row.getString("item_id")),
                row.getString("title"),
                Severity.valueOf(row.getString("severity")),
                ItemStatus.valueOf(row.getString("status")),
                FindingSource.valueOf(row.getString("source")),
                row.getString("source_id"),
                row.getString("solution"),
                Arrays.stream(row.getString("requirements").split(" "))
                        .filter(each -> !each.isEmpty())
                        .map(Requirements::get)
                        .toList(),
                row.getString("reported_by"),
                row.getObject("reported_at", OffsetDateTime.class).toInstant());
    }
}
