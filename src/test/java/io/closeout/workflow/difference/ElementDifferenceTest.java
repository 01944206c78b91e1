package io.closeout.workflow.difference;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.workflow.difference.ElementDifference.Changed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** The shipped process against what an analyst could make of it. */
class ElementDifferenceTest {

    private final String shipped;

    ElementDifferenceTest() throws IOException {
        shipped = Files.readString(Path.of("processes/remediatePoamItem.bpmn"));
    }

    @Test
    void nothingDiffersFromItself() {
        assertThat(between(shipped, shipped)).isEmpty();
    }

    @Test
    void whatIsOnlyIndentedAnotherWayDoesNotDiffer() {
        assertThat(between(shipped.replaceAll("\n +", "\n\t"), shipped)).isEmpty();
    }

    @Test
    void aMovedElementDoesNotDiffer() {
        assertThat(between(shipped.replaceAll(" x=\"[0-9]+\"", " x=\"0\""), shipped))
                .isEmpty();
    }

    @Test
    void aChangeInsideATaskIsTheTasks() {
        String other = shipped.replace("camunda:formRef=\"verifyFix\"", "camunda:formRef=\"signOffDate\"");
        assertThat(between(other, shipped))
                .containsExactly(new Changed("UserTask_VerifyFix", "userTask", "Verify fix", Mark.BOTH));
    }

    @Test
    void aChangeInsideASubProcessIsNotTheSubProcess() {
        assertThat(between(shipped.replace("${reportFixed}", "${verifyFix}"), shipped))
                .extracting(Changed::id)
                .containsExactly("UserTask_RemediateWeakness");
    }

    @Test
    void saysWhatOnlyOneOfThemHas() {
        BpmnModelInstance longer = model();
        UserTask task = longer.getModelElementById("UserTask_TriageItem");
        task.builder().boundaryEvent("MessageEvent_Asked").message("Asked").name("Asked");
        assertThat(between(Bpmn.convertToString(longer), Bpmn.convertToString(model())))
                .containsExactly(new Changed("MessageEvent_Asked", "boundaryEvent", "Asked", Mark.BEFORE));
        assertThat(between(Bpmn.convertToString(model()), Bpmn.convertToString(longer)))
                .containsExactly(new Changed("MessageEvent_Asked", "boundaryEvent", "Asked", Mark.AFTER));
    }

    private static List<Changed> between(String before, String after) {
        return ElementDifference.between(
                before.getBytes(StandardCharsets.UTF_8), after.getBytes(StandardCharsets.UTF_8));
    }

    private static BpmnModelInstance model() {
        return Bpmn.readModelFromFile(
                Path.of("processes/remediatePoamItem.bpmn").toFile());
    }
}
