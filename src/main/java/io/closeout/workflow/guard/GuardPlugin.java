package io.closeout.workflow.guard;

import io.closeout.workflow.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.spring.boot.starter.configuration.Ordering;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Sets the guards when the engine is built. */
@Component
@Order(Ordering.DEFAULT_ORDER + 1)
class GuardPlugin extends AbstractProcessEnginePlugin {

    private final Steps steps;

    GuardPlugin(Steps steps) {
        this.steps = steps;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(new SafeExpressions(steps));
        engine.setScriptEngineResolver(new NoScripts());
        engine.setTaskService(new GuardedTasks());
        engine.setResourceAuthorizationProvider(new NoTaskRows());
        List<BpmnParseListener> listeners = new ArrayList<>(
                Optional.ofNullable(engine.getCustomPreBPMNParseListeners()).orElse(List.of()));
        listeners.add(new GuardTasks());
        engine.setCustomPreBPMNParseListeners(listeners);
    }
}
