package io.closeout.intake;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The items that the findings of a batch join. Whoever decides about one of them meanwhile goes before the batch or after it. */
@Component
class TargetItems {

    private final JdbcClient jdbc;
    private final SuppressedFindings suppressed;

    TargetItems(JdbcClient jdbc, SuppressedFindings suppressed) {
        this.jdbc = jdbc;
        this.suppressed = suppressed;
    }

    /**
     * Holds those that exist until the transaction ends.
     *
     * @return whether they still take what the comparison gave them: none has ended, and nothing of it is suppressed by now
     */
    boolean hold(Scan scan, List<String> items) {
        List<String> stages = jdbc.sql("select stage from poam_item where id in (:items) order by id for update")
                .param("items", items)
                .query(String.class)
                .list();
        return !stages.contains("DONE") && !suppressed.anyFor(scan, items);
    }
}
