package io.closeout.policy;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates decision tables, always in their latest version. */
public interface Decisions {

    /**
     * @param inputs by the names that the table's input expressions use; words, numbers, booleans or null
     * @throws IllegalStateException if the table does not exist, is broken, or breaks its hit policy
     */
    DecisionOutcome decide(String decisionId, Map<String, ? extends @Nullable Object> inputs);

    /** Whether any row of the table says something about an input, by the name that its expression uses. */
    default boolean looksAt(String decisionId, String input) {
        return true;
    }
}
