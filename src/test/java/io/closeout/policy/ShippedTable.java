package io.closeout.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A shipped table under test; each row that it answers must name its source. */
record ShippedTable(String id) {

    private static final Decisions DECISIONS = new DmnDecisions(new ShippedDecisionModels());

    Map<String, Object> only(@Nullable Object... inputs) {
        List<Map<String, Object>> rows = all(inputs);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    /** @param inputs names and values by turns */
    List<Map<String, Object>> all(@Nullable Object... inputs) {
        Map<String, @Nullable Object> named = new HashMap<>();
        for (int i = 0; i < inputs.length; i += 2) {
            named.put((String) inputs[i], inputs[i + 1]);
        }
        List<Map<String, Object>> rows = DECISIONS.decide(id, named).rows();
        assertThat(rows)
                .allSatisfy(row -> assertThat((String) row.get("source")).isNotBlank());
        return rows;
    }
}
