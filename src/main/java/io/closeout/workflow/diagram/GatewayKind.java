package io.closeout.workflow.diagram;

import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;

/** What stands in a gateway's diamond. */
enum GatewayKind {
    EXCLUSIVE,
    PARALLEL,
    INCLUSIVE,
    EVENT_BASED;

    static GatewayKind of(Gateway gateway) {
        if (gateway instanceof ParallelGateway) {
            return PARALLEL;
        }
        if (gateway instanceof InclusiveGateway) {
            return INCLUSIVE;
        }
        return gateway instanceof EventBasedGateway ? EVENT_BASED : EXCLUSIVE;
    }
}
