package io.closeout.policy;

import io.closeout.policy.DecisionModels.DecisionModel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Evaluates tables with a DMN engine of its own, so that a register or an import needs no process engine. A table is parsed once per
 * version, and each distinct input is evaluated once (milliseconds, because FEEL is read anew each time): an import asks per item and
 * mostly gets remembered answers.
 */
@Component
public class DmnDecisions implements Decisions {

    /** Bounds memory; the tables ask for words and small numbers, so real use stays far below. */
    private static final int MOST_REMEMBERED = 10_000;

    private final MatchedRules matched = new MatchedRules();
    private final DmnEngine engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration()
            .customPostDecisionTableEvaluationListeners(List.of(matched))
            .buildEngine();
    private final Map<String, ParsedTable> tables = new ConcurrentHashMap<>();
    private final DecisionModels models;

    public DmnDecisions(DecisionModels models) {
        this.models = models;
    }

    @Override
    public DecisionOutcome decide(String decisionId, Map<String, ? extends @Nullable Object> inputs) {
        return tableFor(models.latest(decisionId)).decide(inputs);
    }

    @Override
    public boolean looksAt(String decisionId, String input) {
        return tableFor(models.latest(decisionId)).looksAt(input);
    }

    private ParsedTable tableFor(DecisionModel model) {
        ParsedTable known = tables.get(model.decisionId());
        if (known != null && known.version() == model.version()) {
            return known;
        }
        ParsedTable parsed = ParsedTable.parse(engine, matched, model, MOST_REMEMBERED);
        tables.put(model.decisionId(), parsed);
        return parsed;
    }
}
