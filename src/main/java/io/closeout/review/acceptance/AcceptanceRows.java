package io.closeout.review.acceptance;

import io.closeout.policy.AcceptanceKind;
import io.closeout.register.PoamId;
import io.closeout.review.acceptance.RiskAcceptance.Course;
import io.closeout.review.acceptance.RiskAcceptance.End;
import io.closeout.review.approval.ApprovalRequest;
import io.closeout.shared.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What requests to accept a risk ask for, and what became of it. What was asked never changes. */
@Repository
class AcceptanceRows {

    private final JdbcClient jdbc;

    AcceptanceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(long request, WantedAcceptance wanted, Severity original, @Nullable Long renews) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("request", request);
        columns.put("kind", wanted.kind().name());
        columns.put("justification", wanted.justification());
        columns.put("likelihood", wanted.likelihood().name());
        columns.put("impact", wanted.impact().name());
        columns.put("original", original.name());
        columns.put("residual", wanted.residualOf(original).name());
        columns.put("until", wanted.until());
        columns.put("monthly", wanted.monthly());
        columns.put("notFeasible", wanted.notFeasible());
        columns.put("sspText", wanted.sspText());
        columns.put("renews", renews);
        columns.put("state", AcceptanceState.PROPOSED.name());
        jdbc.sql("""
                        insert into acceptance (request_id, kind, justification, likelihood, impact, original_rating,
                          residual_rating, valid_until, monthly, not_feasible, ssp_text, renews, state)
                        values (:request, :kind, :justification, :likelihood, :impact, :original,
                          :residual, :until, :monthly, :notFeasible, :sspText, :renews, :state)""").params(columns).update();
        for (int number = 1; number <= wanted.controls().size(); number++) {
            insert(request, number, wanted.controls().get(number - 1));
        }
    }

    private void insert(long request, int number, WantedControl control) {
        jdbc.sql("insert into acceptance_control (request_id, number_no, what, how_checked, every_days, next_check)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(request, number, control.what(), control.howChecked(), control.everyDays(), control.nextCheck())
                .update();
    }

    /** @return whether it still was proposed */
    boolean start(long request, PoamId item, LocalDate today) {
        return jdbc.sql("""
                                update acceptance set state = 'IN_FORCE', in_force_item = :item, started_on = :today,
                                  reviewed_on = :today where request_id = :request and state = 'PROPOSED'""")
                        .param("item", item.text())
                        .param("today", today)
                        .param("request", request)
                        .update()
                == 1;
    }

    /** @return whether it still was in force */
    boolean end(long request, EndedHow how, String why, Instant now) {
        return jdbc.sql("""
                                update acceptance set state = 'ENDED', in_force_item = null, ended_at = :now, ended_how = :how,
                                  ended_why = :why where request_id = :request and state = 'IN_FORCE'""")
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("how", how.name())
                        .param("why", why)
                        .param("request", request)
                        .update()
                == 1;
    }

    void reviewed(long request, LocalDate today) {
        jdbc.sql("update acceptance set reviewed_on = ? where request_id = ?")
                .params(today, request)
                .update();
    }

    void lapse(long request, int control, LocalDate today) {
        jdbc.sql(
                        "update acceptance_control set lapsed_on = ? where request_id = ? and number_no = ? and lapsed_on is null")
                .params(today, request, control)
                .update();
    }

    Optional<Long> inForce(PoamId item) {
        return jdbc.sql("select request_id from acceptance where in_force_item = ?")
                .param(item.text())
                .query(Long.class)
                .optional();
    }

    boolean anyInForce() {
        return jdbc.sql("select count(*) from acceptance where in_force_item is not null")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Those that end by that day, the next to end first. */
    List<Long> endingBy(LocalDate day) {
        return jdbc.sql("select request_id from acceptance where in_force_item is not null and valid_until <= ?"
                        + " order by valid_until, request_id")
                .param(day)
                .query(Long.class)
                .list();
    }

    /** Items with an acceptance in force whose weakness it is. */
    List<PoamId> acceptedItemsOf(long weakness) {
        return items(jdbc.sql(
                        "select i.id from poam_item i join acceptance a on a.in_force_item = i.id where i.weakness_id = :weakness"
                                + " or i.id in (select m.item_id from item_weakness m where m.weakness_id = :weakness)")
                .param("weakness", weakness));
    }

    /** Items with an acceptance in force that stand on the asset. */
    List<PoamId> acceptedItemsOn(long asset) {
        return items(
                jdbc.sql("select ia.item_id as id from item_asset ia join acceptance a on a.in_force_item = ia.item_id"
                                + " where ia.asset_id = ?")
                        .param(asset));
    }

    List<PoamId> acceptedItems() {
        return items(jdbc.sql("select in_force_item as id from acceptance where in_force_item is not null order by 1"));
    }

    private static List<PoamId> items(JdbcClient.StatementSpec query) {
        return query.query((row, number) -> new PoamId(row.getString("id"))).list();
    }

    RiskAcceptance of(ApprovalRequest request) {
        List<Control> controls = controls(request.id());
        return jdbc.sql("select * from acceptance where request_id = ?")
                .param(request.id())
                .query((row, number) -> acceptance(request, row, controls))
                .single();
    }

    private List<Control> controls(long request) {
        return jdbc.sql("select * from acceptance_control where request_id = ? order by number_no")
                .param(request)
                .query((row, number) -> new Control(
                        row.getInt("number_no"),
                        new WantedControl(
                                row.getString("what"),
                                row.getString("how_checked"),
                                row.getObject("every_days", Integer.class),
                                row.getObject("next_check", LocalDate.class)),
                        row.getObject("lapsed_on", LocalDate.class)))
                .list();
    }

    private static RiskAcceptance acceptance(ApprovalRequest request, ResultSet row, List<Control> controls)
            throws SQLException {
        Severity original = Severity.valueOf(row.getString("original_rating"));
        Severity residual = Severity.valueOf(row.getString("residual_rating"));
        return new RiskAcceptance(
                request,
                new WantedAcceptance(
                        AcceptanceKind.valueOf(row.getString("kind")),
                        row.getString("justification"),
                        RiskLevel.valueOf(row.getString("likelihood")),
                        RiskLevel.valueOf(row.getString("impact")),
                        residual,
                        controls.stream().map(Control::wanted).toList(),
                        row.getObject("valid_until", LocalDate.class),
                        row.getBoolean("monthly"),
                        row.getString("not_feasible"),
                        row.getString("ssp_text")),
                original,
                residual,
                controls,
                row.getObject("renews", Long.class),
                AcceptanceState.valueOf(row.getString("state")),
                course(row));
    }

    private static @Nullable Course course(ResultSet row) throws SQLException {
        LocalDate started = row.getObject("started_on", LocalDate.class);
        return started == null ? null : new Course(started, row.getObject("reviewed_on", LocalDate.class), end(row));
    }

    private static @Nullable End end(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("ended_at", OffsetDateTime.class);
        return at == null
                ? null
                : new End(at.toInstant(), EndedHow.valueOf(row.getString("ended_how")), row.getString("ended_why"));
    }
}
