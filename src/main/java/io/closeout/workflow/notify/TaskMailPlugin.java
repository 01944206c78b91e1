package io.closeout.workflow.notify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.TaskListener;
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

/** Lets every user task of every model, an analyst's too, tell the outbox who it is for. */
@Component
class TaskMailPlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<TaskWords> words;

    TaskMailPlugin(ObjectProvider<TaskWords> words) {
        this.words = words;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = new ArrayList<>(
                Optional.ofNullable(engine.getCustomPostBPMNParseListeners()).orElse(List.of()));
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                listen(((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition());
            }
        });
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    /** Asked for late: the words need services, which need the engine. */
    private void listen(TaskDefinition task) {
        task.addBuiltInTaskListener(
                TaskListener.EVENTNAME_CREATE, made -> words.getObject().made(made));
        task.addBuiltInTaskListener(
                TaskListener.EVENTNAME_ASSIGNMENT, given -> words.getObject().given(given));
        task.addBuiltInTaskListener(
                TaskListener.EVENTNAME_COMPLETE, done -> words.getObject().over(done));
        task.addBuiltInTaskListener(
                TaskListener.EVENTNAME_DELETE, gone -> words.getObject().over(gone));
    }
}
