package io.closeout.workflow.diagram;

import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/**
 * A process as an SVG picture. It carries classes and no styles, so that the page's policy and print sheet rule; text is escaped. Nodes
 * where an instance stands have the class {@code here}, those that it passed {@code passed}.
 */
public final class DiagramDrawing {

    private static final double MARGIN = 20;

    private final BpmnModelInstance model;
    private final Set<String> here;
    private final Set<String> passed;
    private final SvgText svg = new SvgText();

    private DiagramDrawing(BpmnModelInstance model, Set<String> here, Set<String> passed) {
        this.model = model;
        this.here = here;
        this.passed = passed;
    }

    /**
     * @param here ids of the nodes where the instance stands
     * @param passed ids of the nodes that it has been at
     * @param title read out instead of the picture
     */
    public static String svg(BpmnModelInstance model, Set<String> here, Set<String> passed, String title) {
        return new DiagramDrawing(model, here, passed).draw(title);
    }

    private String draw(String title) {
        svg.open(Frame.around(model, MARGIN), title);
        // Sub-processes first, the larger below the smaller.
        model.getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> shape.getBpmnElement() instanceof SubProcess)
                .sorted(Comparator.comparingDouble(
                                (BpmnShape shape) -> shape.getBounds().getWidth())
                        .reversed())
                .forEach(this::subProcess);
        model.getModelElementsByType(BpmnEdge.class).forEach(this::flow);
        model.getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> !(shape.getBpmnElement() instanceof SubProcess))
                .forEach(this::node);
        return svg.close();
    }

    private void subProcess(BpmnShape shape) {
        Bounds at = shape.getBounds();
        boolean event = ((SubProcess) shape.getBpmnElement()).triggeredByEvent();
        svg.box(event ? "sub-process on-event" : "sub-process", at, 10);
        svg.line(name(shape.getBpmnElement()), "label", at.getX() + 12, at.getY() + 18, "start");
    }

    private void flow(BpmnEdge edge) {
        svg.arrow(edge.getWaypoints());
        if (edge.getBpmnLabel() != null && edge.getBpmnLabel().getBounds() != null) {
            svg.lines(name(edge.getBpmnElement()), "label", edge.getBpmnLabel().getBounds());
        }
    }

    private void node(BpmnShape shape) {
        BaseElement element = shape.getBpmnElement();
        Bounds at = shape.getBounds();
        if (element instanceof Activity) {
            svg.box(state("task", element), at, 8);
            svg.taskName(name(element), at);
        } else if (element instanceof Gateway gateway) {
            svg.diamond(state("gateway", element), at, GatewayKind.of(gateway));
            label(shape);
        } else if (element instanceof Event event) {
            svg.circle(
                    state(EventKind.of(event).cssClass(), element),
                    at,
                    EventKind.of(event).symbol());
            label(shape);
        }
    }

    private void label(BpmnShape shape) {
        if (shape.getBpmnLabel() != null && shape.getBpmnLabel().getBounds() != null) {
            svg.lines(
                    name(shape.getBpmnElement()), "label", shape.getBpmnLabel().getBounds());
        }
    }

    private String state(String kind, BaseElement element) {
        String id = element.getId();
        if (here.contains(id)) {
            return kind + " here";
        }
        return passed.contains(id) ? kind + " passed" : kind;
    }

    private static String name(BaseElement element) {
        return element instanceof FlowElement flow && flow.getName() != null ? flow.getName() : "";
    }

    static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
