package io.closeout.register;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The changes of milestones, which are only ever added to: the plan that was submitted first stays readable. */
@Service
@Transactional(readOnly = true)
public class MilestoneChanges {

    private final JdbcClient jdbc;

    MilestoneChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void append(PoamId item, List<MilestoneChange> changes) {
        changes.forEach(each -> jdbc.sql(
                        "insert into milestone_change (item_id, milestone_no, kind, changed_on, changed_by, description)"
                                + " values (?, ?, ?, ?, ?, ?)")
                .params(item.text(), each.number(), each.kind().name(), each.on(), each.by(), each.description())
                .update());
    }

    /** Oldest first. */
    public List<MilestoneChange> of(PoamId item) {
        return jdbc.sql("select milestone_no, kind, changed_on, changed_by, description from milestone_change"
                        + " where item_id = ? order by id")
                .param(item.text())
                .query((row, number) -> new MilestoneChange(
                        row.getInt("milestone_no"),
                        MilestoneChange.Kind.valueOf(row.getString("kind")),
                        row.getObject("changed_on", LocalDate.class),
                        row.getString("changed_by"),
                        row.getString("description")))
                .list();
    }
}
