package io.closeout.workflow.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** Hears each flow node and sequence flow that a token enters: in order for one test, as a set over all tests. */
final class PassedElements extends AbstractBpmnParseListener {

    private final List<String> inThisTest = new ArrayList<>();
    private final Set<String> everPassed = new TreeSet<>();

    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
        definitions.forEach(definition -> hear(definition.getActivities()));
    }

    private void hear(Collection<ActivityImpl> activities) {
        for (ActivityImpl activity : activities) {
            activity.addListener(ExecutionListener.EVENTNAME_START, passed(activity.getId()));
            activity.getOutgoingTransitions()
                    .forEach(flow -> ((TransitionImpl) flow).addExecutionListener(passed(flow.getId())));
            hear(activity.getActivities());
        }
    }

    private ExecutionListener passed(String id) {
        return execution -> {
            inThisTest.add(id);
            everPassed.add(id);
        };
    }

    void forgetThisTest() {
        inThisTest.clear();
    }

    List<String> inThisTest() {
        return inThisTest;
    }

    /** What no test has passed so far, sorted. The engine goes from an event-based gateway straight to the event that came. */
    Set<String> neverPassed(BpmnModelInstance model) {
        Set<String> ids = new TreeSet<>();
        Stream.of(FlowNode.class, SequenceFlow.class)
                .flatMap(type -> model.getModelElementsByType(type).stream())
                .map(FlowElement.class::cast)
                .forEach(element -> ids.add(element.getId()));
        model.getModelElementsByType(EventBasedGateway.class)
                .forEach(gateway -> gateway.getOutgoing().forEach(flow -> ids.remove(flow.getId())));
        ids.removeAll(everPassed);
        return ids;
    }
}
