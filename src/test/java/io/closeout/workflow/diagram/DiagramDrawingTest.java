package io.closeout.workflow.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.StringReader;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class DiagramDrawingTest {

    private final BpmnModelInstance model = Bpmn.readModelFromFile(new File("processes/remediatePoamItem.bpmn"));

    @Test
    void drawsEveryFlow() throws Exception {
        Document drawing = drawn(Set.of(), Set.of());

        assertThat(drawing.getElementsByTagName("polyline").getLength())
                .isEqualTo(model.getModelElementsByType(SequenceFlow.class).size());
    }

    @Test
    void marksWhereAnItemStandsAndHasBeen() throws Exception {
        Document drawing =
                drawn(Set.of("UserTask_PlanRemediation"), Set.of("UserTask_TriageItem", "StartEvent_ItemOpened"));

        assertThat(count(drawing, "here")).isEqualTo(1);
        assertThat(count(drawing, "passed")).isEqualTo(2);
    }

    @Test
    void carriesNoStyleAndNoScript() throws Exception {
        String svg = DiagramDrawing.svg(model, Set.of(), Set.of(), "Path");

        assertThat(svg).doesNotContain("style=").doesNotContain("<script").doesNotContainPattern(" on\\w+=");
    }

    @Test
    void escapesNames() throws Exception {
        model.getModelElementById("UserTask_TriageItem").setAttributeValue("name", "<b>&Triage</b>");

        assertThat(drawn(Set.of(), Set.of()).getElementsByTagName("b").getLength())
                .isZero();
    }

    /** As the standard draws them, so that nobody takes a wait for a choice, or a reminder for an end. */
    @Test
    void tellsGatewaysAndBoundariesApart() {
        BpmnModelInstance acceptance = Bpmn.readModelFromFile(new File("processes/acceptRisk.bpmn"));

        String svg = DiagramDrawing.svg(acceptance, Set.of(), Set.of(), "Accept risk");

        assertThat(svg.split("l5.5 4l-2.1 6.5", -1)).as("event-based gateways").hasSize(2);
        assertThat(svg.split("l14 14m0 -14", -1)).as("exclusive gateways").hasSize(5);
        assertThat(svg.split("\"event intermediate non-interrupting\"", -1))
                .as("boundary events beside which the task goes on")
                .hasSize(1
                        + acceptance.getModelElementsByType(BoundaryEvent.class).stream()
                                .filter(event -> !event.cancelActivity())
                                .toList()
                                .size());
    }

    @Test
    void showsLabelsThatStandOutsideOfEverything() {
        BpmnModelInstance status = Bpmn.readModelFromFile(new File("processes/trackConditionalStatus.bpmn"));
        double top = status.getModelElementsByType(BpmnLabel.class).stream()
                .mapToDouble(label -> label.getBounds().getY())
                .min()
                .orElseThrow();

        assertThat(Frame.around(status, 0).y()).isLessThanOrEqualTo(top);
    }

    @Test
    void namesEveryNode() throws Exception {
        String svg = DiagramDrawing.svg(model, Set.of(), Set.of(), "Path");

        model.getModelElementsByType(FlowNode.class).stream()
                .map(node -> node.getName().split("\\s+")[0])
                .forEach(word -> assertThat(svg).contains(word));
    }

    private Document drawn(Set<String> here, Set<String> passed) throws Exception {
        String svg = DiagramDrawing.svg(model, here, passed, "Path of POA-2026-001");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static int count(Document drawing, String cssClass) {
        NodeList all = drawing.getElementsByTagName("*");
        int found = 0;
        for (int i = 0; i < all.getLength(); i++) {
            found += (" " + ((Element) all.item(i)).getAttribute("class") + " ").contains(" " + cssClass + " ") ? 1 : 0;
        }
        return found;
    }
}
