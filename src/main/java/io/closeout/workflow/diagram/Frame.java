package io.closeout.workflow.diagram;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.jspecify.annotations.Nullable;

/** What of the drawing plane a picture shows. */
record Frame(double x, double y, double width, double height) {

    static Frame around(BpmnModelInstance model, double margin) {
        List<Frame> parts = Stream.concat(
                        model.getModelElementsByType(BpmnShape.class).stream().flatMap(Frame::ofShape),
                        model.getModelElementsByType(BpmnEdge.class).stream().flatMap(Frame::ofEdge))
                .toList();
        double left = least(parts, Frame::x);
        double top = least(parts, Frame::y);
        double right = -least(parts, part -> -(part.x + part.width));
        double bottom = -least(parts, part -> -(part.y + part.height));
        return new Frame(left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin);
    }

    private static Stream<Frame> ofShape(BpmnShape shape) {
        return Stream.concat(Stream.of(frame(shape.getBounds())), ofLabel(shape.getBpmnLabel()));
    }

    private static Stream<Frame> ofEdge(BpmnEdge edge) {
        return Stream.concat(
                edge.getWaypoints().stream().map(point -> new Frame(point.getX(), point.getY(), 0, 0)),
                ofLabel(edge.getBpmnLabel()));
    }

    private static Stream<Frame> ofLabel(@Nullable BpmnLabel label) {
        return label == null || label.getBounds() == null ? Stream.empty() : Stream.of(frame(label.getBounds()));
    }

    private static Frame frame(Bounds at) {
        return new Frame(at.getX(), at.getY(), at.getWidth(), at.getHeight());
    }

    private static double least(List<Frame> parts, ToDoubleFunction<Frame> side) {
        return parts.stream().mapToDouble(side).min().orElse(0);
    }
}
