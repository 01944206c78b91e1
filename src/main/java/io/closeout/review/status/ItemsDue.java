package io.closeout.review.status;

import io.closeout.policy.StatusCadence;
import io.closeout.policy.StatusCadence.Cadence;
import io.closeout.register.ItemStatus;
import io.closeout.register.PoamId;
import io.closeout.shared.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which items are due for a word: planned or in progress, with an owner, and nothing heard for as long as the table says. What is heard
 * is a word, or a plan, a sign-off or a fix that was sent back: each brought the item to its stage. What waits for a vendor is asked
 * about by the check-ins with the vendor.
 */
@Component
class ItemsDue {

    /** Those that do are asked about elsewhere, by the same table. */
    private static final boolean VENDOR_DEPENDENT = false;

    private static final String HEARD_ON = "greatest(i.stage_since, coalesce((select max(u.given_on)"
            + " from status_update u where u.item_id = i.id), i.stage_since))";

    private static final String IS_DUE = " i.status in (:statuses) and i.vendor_wait_until is null and "
            + HEARD_ON
            + " <= case i.priority when 'CRITICAL' then cast(:critical as date) when 'HIGH' then cast(:high as date)"
            + " when 'MEDIUM' then cast(:medium as date) else cast(:low as date) end";

    private final JdbcClient jdbc;
    private final StatusCadence cadence;

    ItemsDue(JdbcClient jdbc, StatusCadence cadence) {
        this.jdbc = jdbc;
        this.cadence = cadence;
    }

    /** Owners of what is due who are not being asked already. */
    List<String> ownersToAsk(LocalDate day) {
        return jdbc.sql("select distinct i.owner_id from poam_item i where i.owner_id is not null and" + IS_DUE
                        + " and not exists (select 1 from status_round r where r.open_owner = i.owner_id)"
                        + " order by i.owner_id")
                .params(asOf(day))
                .query(String.class)
                .list();
    }

    /** The most urgent first. */
    List<DueItem> of(String owner, LocalDate day) {
        return jdbc.sql("select i.id, i.title, i.priority, i.status,"
                        + " coalesce(i.planned_completion, i.deadline) as due_on, " + HEARD_ON + " as heard_on,"
                        + " l.percent_done, l.blocker from poam_item i"
                        + " left join status_update l on l.id ="
                        + " (select max(u.id) from status_update u where u.item_id = i.id)"
                        + " where i.owner_id = :owner and" + IS_DUE
                        + " order by case i.priority when 'CRITICAL' then 0 when 'HIGH' then 1 when 'MEDIUM' then 2"
                        + " else 3 end, due_on, i.id")
                .params(asOf(day))
                .param("owner", owner)
                .query(ItemsDue::item)
                .list();
    }

    Cadence cadenceOf(DueItem item) {
        return cadence.of(item.priority(), VENDOR_DEPENDENT);
    }

    private Map<String, Object> asOf(LocalDate day) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(
                "statuses",
                StatusUpdates.ASKED_ABOUT.stream().map(ItemStatus::name).toList());
        parameters.put("critical", lastHeard(Severity.CRITICAL, day));
        parameters.put("high", lastHeard(Severity.HIGH, day));
        parameters.put("medium", lastHeard(Severity.MEDIUM, day));
        parameters.put("low", lastHeard(Severity.LOW, day));
        return parameters;
    }

    private LocalDate lastHeard(Severity priority, LocalDate day) {
        return day.minusDays(cadence.of(priority, VENDOR_DEPENDENT).everyDays());
    }

    private static DueItem item(ResultSet row, int number) throws SQLException {
        return new DueItem(
                new PoamId(row.getString("id")),
                row.getString("title"),
                Severity.valueOf(row.getString("priority")),
                ItemStatus.valueOf(row.getString("status")).label(),
                row.getObject("due_on", LocalDate.class),
                row.getObject("heard_on", LocalDate.class),
                row.getObject("percent_done", Integer.class),
                row.getString("blocker"));
    }
}
