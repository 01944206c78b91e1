package io.closeout.workflow.forms;

import io.closeout.workflow.FormFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gives every user task our form handler and its name when its model is read. */
@Component
class FormsPlugin extends AbstractProcessEnginePlugin {

    private final Supplier<FormFacts> facts;

    FormsPlugin(ObjectProvider<FormFacts> facts) {
        this.facts = facts::getObject;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        ItemForm form = new ItemForm(facts);
        List<BpmnParseListener> listeners = new ArrayList<>(
                Optional.ofNullable(engine.getCustomPreBPMNParseListeners()).orElse(List.of()));
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
                task.setTaskFormHandler(form);
                task.setNameExpression(new NamedAfterItem(element.attribute("name", activity.getId()), facts));
            }
        });
        engine.setCustomPreBPMNParseListeners(listeners);
    }
}
