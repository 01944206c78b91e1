package io.closeout.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Checklists and their answers as they stand; what stood there before is in the ledger. */
@Repository
class ChecklistRows {

    private final JdbcClient jdbc;

    ChecklistRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Requirements of which nothing was saved are missing. */
    Map<Requirement, Checklist> all(String scope) {
        Map<Requirement, Map<String, ObjectiveAnswer>> answers = answers(scope);
        return jdbc
                .sql("select requirement, version, partly_met, saved_by, saved_at from requirement_checklist"
                        + " where scope_id = ?")
                .param(scope)
                .query((row, number) -> checklist(row, answers))
                .list()
                .stream()
                .collect(Collectors.toMap(Checklist::requirement, each -> each));
    }

    private static Checklist checklist(ResultSet row, Map<Requirement, Map<String, ObjectiveAnswer>> answers)
            throws SQLException {
        Requirement requirement = Requirements.get(row.getString("requirement"));
        return new Checklist(
                requirement,
                row.getInt("version"),
                row.getBoolean("partly_met"),
                row.getString("saved_by"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                answers.getOrDefault(requirement, Map.of()));
    }

    private Map<Requirement, Map<String, ObjectiveAnswer>> answers(String scope) {
        Map<Requirement, Map<String, ObjectiveAnswer>> found = new HashMap<>();
        List<ObjectiveAnswer> all = jdbc.sql("select * from objective_answer where scope_id = ?")
                .param(scope)
                .query(ChecklistRows::answer)
                .list();
        all.forEach(each -> found.computeIfAbsent(each.objective().requirement(), none -> new HashMap<>())
                .put(each.objective().letter(), each));
        return found;
    }

    private static ObjectiveAnswer answer(ResultSet row, int number) throws SQLException {
        Requirement requirement = Requirements.get(row.getString("requirement"));
        return new ObjectiveAnswer(
                Objectives.get(requirement, row.getString("objective")),
                Determination.valueOf(row.getString("determination")),
                row.getString("note"),
                row.getString("answered_by"),
                row.getObject("answered_at", OffsetDateTime.class).toInstant());
    }

    /** Counts the checklist's version on. */
    void save(String scope, NewAnswers saved, List<NewAnswer> changed, String by, Instant now) {
        int counted = jdbc.sql("update requirement_checklist set version = version + 1, partly_met = :partly,"
                        + " saved_by = :by, saved_at = :now where scope_id = :scope and requirement = :requirement")
                .params(checklist(scope, saved, by, now))
                .update();
        if (counted == 0) {
            jdbc.sql(
                            "insert into requirement_checklist (scope_id, requirement, version, partly_met, saved_by, saved_at)"
                                    + " values (:scope, :requirement, 1, :partly, :by, :now)")
                    .params(checklist(scope, saved, by, now))
                    .update();
        }
        changed.forEach(each -> put(scope, each, by, now));
    }

    private static Map<String, Object> checklist(String scope, NewAnswers saved, String by, Instant now) {
        return Map.of(
                "scope", scope,
                "requirement", saved.requirement().id(),
                "partly", saved.partlyMet(),
                "by", by,
                "now", now.atOffset(ZoneOffset.UTC));
    }

    private void put(String scope, NewAnswer answer, String by, Instant now) {
        int changed = write(
                "update objective_answer set determination = :determination, note = :note, answered_by = :by,"
                        + " answered_at = :now where scope_id = :scope and requirement = :requirement"
                        + " and objective = :objective",
                scope,
                answer,
                by,
                now);
        if (changed == 0) {
            write(
                    "insert into objective_answer (scope_id, requirement, objective, determination, note, answered_by,"
                            + " answered_at) values (:scope, :requirement, :objective, :determination, :note, :by, :now)",
                    scope,
                    answer,
                    by,
                    now);
        }
    }

    private int write(String sql, String scope, NewAnswer answer, String by, Instant now) {
        return jdbc.sql(sql)
                .param("scope", scope)
                .param("requirement", answer.objective().requirement().id())
                .param("objective", answer.objective().letter())
                .param("determination", answer.determination().name())
                .param("note", answer.note())
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
