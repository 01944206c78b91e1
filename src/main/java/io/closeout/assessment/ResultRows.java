package io.closeout.assessment;

import io.closeout.register.PoamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Results of requirements and the items that they opened, as rows that are only added. */
@Repository
class ResultRows {

    private final JdbcClient jdbc;

    ResultRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends nobody else changes results or the status of this scope. */
    void hold(String scope) {
        jdbc.sql("select id from scope where id = ? for update")
                .param(scope)
                .query(String.class)
                .single();
    }

    void insert(String scope, NewResult found, String by, Instant now) {
        jdbc.sql("insert into requirement_result"
                        + " (scope_id, requirement, result, note, assessed_on, recorded_by, recorded_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        scope,
                        found.requirement().id(),
                        found.result().name(),
                        found.note(),
                        found.assessedOn(),
                        by,
                        now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The latest results that assessments up to that day found, by requirement. */
    Map<Requirement, AssessedResult> upTo(String scope, LocalDate day) {
        List<AssessedResult> all = jdbc.sql("select * from requirement_result where scope_id = ? and assessed_on <= ?"
                        + " order by assessed_on, id")
                .params(scope, day)
                .query(ResultRows::result)
                .list();
        Map<Requirement, AssessedResult> latest = new HashMap<>();
        all.forEach(each -> latest.put(each.requirement(), each));
        return latest;
    }

    private static AssessedResult result(ResultSet row, int number) throws SQLException {
        return new AssessedResult(
                Requirements.get(row.getString("requirement")),
                Result.valueOf(row.getString("result")),
                row.getString("note"),
                row.getObject("assessed_on", LocalDate.class),
                row.getString("recorded_by"));
    }

    void insertItem(String scope, Requirement requirement, PoamId item, Instant now) {
        jdbc.sql("insert into requirement_item (item_id, scope_id, requirement, opened_at) values (?, ?, ?, ?)")
                .params(item.text(), scope, requirement.id(), now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The newest item of each requirement that has one. */
    Map<Requirement, PoamId> items(String scope) {
        Map<Requirement, PoamId> newest = new HashMap<>();
        jdbc.sql("select requirement, item_id from requirement_item where scope_id = ? order by opened_at, item_id")
                .param(scope)
                .query((row, number) ->
                        Map.entry(Requirements.get(row.getString("requirement")), new PoamId(row.getString("item_id"))))
                .list()
                .forEach(each -> newest.put(each.getKey(), each.getValue()));
        return newest;
    }

    Optional<RequirementOfItem> requirementOf(PoamId item) {
        return jdbc.sql("select scope_id, requirement from requirement_item where item_id = ?")
                .param(item.text())
                .query((row, number) -> new RequirementOfItem(
                        row.getString("scope_id"), Requirements.get(row.getString("requirement"))))
                .optional();
    }

    record RequirementOfItem(String scope, Requirement requirement) {}
}
