package io.closeout.policy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a table answered, complete enough for the ledger.
 *
 * @param rows one per matching rule, outputs by name; words, numbers and booleans only
 * @param rules the ids of these rules in the model, in the order of the rows; empty where nobody asked for them
 */
public record DecisionOutcome(
        String table,
        int version,
        Map<String, ? extends @Nullable Object> inputs,
        List<Map<String, Object>> rows,
        List<String> rules) {

    public DecisionOutcome(
            String table, int version, Map<String, ? extends @Nullable Object> inputs, List<Map<String, Object>> rows) {
        this(table, version, inputs, rows, List.of());
    }
}
