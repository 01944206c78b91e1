package io.closeout.workflow.diagram;

import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/** How an event is drawn. */
record EventKind(String cssClass, Symbol symbol) {

    /** What stands in an event's circle. */
    enum Symbol {
        NONE,
        TIMER,
        MESSAGE,
        TERMINATE
    }

    static EventKind of(Event event) {
        String kind = event instanceof EndEvent ? "event end" : isIntermediate(event) ? "event intermediate" : "event";
        return new EventKind(interrupts(event) ? kind : kind + " non-interrupting", symbol(event));
    }

    private static boolean isIntermediate(Event event) {
        return event instanceof BoundaryEvent || event instanceof IntermediateCatchEvent;
    }

    private static boolean interrupts(Event event) {
        if (event instanceof BoundaryEvent boundary) {
            return boundary.cancelActivity();
        }
        return !(event instanceof StartEvent start) || start.isInterrupting();
    }

    private static Symbol symbol(Event event) {
        for (EventDefinition definition : definitions(event)) {
            if (definition instanceof TimerEventDefinition) {
                return Symbol.TIMER;
            }
            if (definition instanceof MessageEventDefinition) {
                return Symbol.MESSAGE;
            }
            if (definition instanceof TerminateEventDefinition) {
                return Symbol.TERMINATE;
            }
        }
        return Symbol.NONE;
    }

    private static Iterable<EventDefinition> definitions(Event event) {
        return event instanceof CatchEvent caught
                ? caught.getEventDefinitions()
                : ((ThrowEvent) event).getEventDefinitions();
    }
}
