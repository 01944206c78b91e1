package io.closeout.policy;

import java.util.List;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;

/** Remembers which rules an evaluation matched: the engine's result tells their outputs only. One evaluation per thread at a time. */
final class MatchedRules implements DmnDecisionTableEvaluationListener {

    private final ThreadLocal<List<String>> last = ThreadLocal.withInitial(List::of);

    @Override
    public void notify(DmnDecisionTableEvaluationEvent evaluated) {
        last.set(evaluated.getMatchingRules().stream()
                .map(DmnEvaluatedDecisionRule::getId)
                .toList());
    }

    /** @return ids of the rules that the last evaluation on this thread matched */
    List<String> take() {
        List<String> ids = last.get();
        last.remove();
        return ids;
    }
}
