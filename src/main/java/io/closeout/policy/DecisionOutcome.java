package io.closeout.policy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a table answered, complete enough for the ledger.
 *
 * @param rows one per matching rule, outputs by name; words, numbers and booleans only
 */
public record DecisionOutcome(
        String table, int version, Map<String, ? extends @Nullable Object> inputs, List<Map<String, Object>> rows) {}
