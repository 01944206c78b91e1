package io.closeout.policy;

import io.closeout.policy.DecisionModels.DecisionModel;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.model.xml.ModelException;
import org.jspecify.annotations.Nullable;

/** One version of a decision table with the answers that it gave so far. Safe for many threads. */
final class ParsedTable {

    private final DmnEngine engine;
    private final MatchedRules matched;
    private final DecisionModel model;
    private final DmnDecision decision;
    private final int mostRemembered;
    private final Map<Map<String, ? extends @Nullable Object>, DecisionOutcome> remembered = new ConcurrentHashMap<>();

    private ParsedTable(
            DmnEngine engine, MatchedRules matched, DecisionModel model, DmnDecision decision, int mostRemembered) {
        this.engine = engine;
        this.matched = matched;
        this.model = model;
        this.decision = decision;
        this.mostRemembered = mostRemembered;
    }

    /**
     * @param mostRemembered when so many answers are held, all are forgotten before the next
     * @throws IllegalStateException if the model is broken or does not hold the table
     */
    static ParsedTable parse(DmnEngine engine, MatchedRules matched, DecisionModel model, int mostRemembered) {
        try {
            var xml = new ByteArrayInputStream(model.xml().getBytes(StandardCharsets.UTF_8));
            return new ParsedTable(
                    engine, matched, model, engine.parseDecision(model.decisionId(), xml), mostRemembered);
        } catch (DmnEngineException | ModelException e) {
            throw broken(model, "cannot be read", e);
        }
    }

    int version() {
        return model.version();
    }

    int rememberedAnswers() {
        return remembered.size();
    }

    /** Whether a rule has a condition on the input. */
    boolean looksAt(String input) {
        DmnDecisionTableImpl table = (DmnDecisionTableImpl) decision.getDecisionLogic();
        List<String> inputs = table.getInputs().stream()
                .map(each -> each.getExpression().getExpression())
                .toList();
        int column = inputs.indexOf(input);
        return column >= 0
                && table.getRules().stream()
                        .map(rule -> rule.getConditions().get(column).getExpression())
                        .anyMatch(condition -> condition != null && !condition.isBlank() && !condition.equals("-"));
    }

    DecisionOutcome decide(Map<String, ? extends @Nullable Object> inputs) {
        DecisionOutcome known = remembered.get(inputs);
        return known != null ? known : evaluateAndRemember(Collections.unmodifiableMap(new HashMap<>(inputs)));
    }

    private DecisionOutcome evaluateAndRemember(Map<String, ? extends @Nullable Object> inputs) {
        List<Map<String, Object>> rows = evaluate(inputs);
        DecisionOutcome outcome =
                new DecisionOutcome(model.decisionId(), model.version(), inputs, rows, matched.take());
        if (remembered.size() >= mostRemembered) {
            remembered.clear();
        }
        remembered.put(inputs, outcome);
        return outcome;
    }

    private List<Map<String, Object>> evaluate(Map<String, ? extends @Nullable Object> inputs) {
        try {
            return engine.evaluateDecisionTable(decision, new HashMap<String, @Nullable Object>(inputs)).stream()
                    .map(ParsedTable::outputs)
                    .toList();
        } catch (DmnEngineException | FeelException e) {
            throw broken(model, "cannot answer for " + inputs, e);
        }
    }

    /** Outputs in the order of the columns; an empty cell is left out. */
    private static Map<String, Object> outputs(DmnDecisionRuleResult rule) {
        Map<String, Object> outputs = new LinkedHashMap<>(rule.getEntryMap());
        outputs.values().removeIf(value -> value == null);
        return Collections.unmodifiableMap(outputs);
    }

    private static IllegalStateException broken(DecisionModel model, String what, Exception cause) {
        return new IllegalStateException(
                "Decision table %s (version %d) %s: %s"
                        .formatted(model.decisionId(), model.version(), what, cause.getMessage()),
                cause);
    }
}
