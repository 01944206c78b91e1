package io.closeout.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.closeout.policy.DmnDecisions;
import io.closeout.policy.ShippedDecisionModels;
import io.closeout.policy.TaskReminders;
import io.closeout.workflow.AcceptRisk;
import io.closeout.workflow.ApproveExtension;
import io.closeout.workflow.CollectStatus;
import io.closeout.workflow.ConfirmFalsePositive;
import io.closeout.workflow.FollowVendor;
import io.closeout.workflow.ImportScan;
import io.closeout.workflow.RemediatePoamItem;
import io.closeout.workflow.ReviewPoam;
import io.closeout.workflow.TrackConditionalStatus;
import io.closeout.workflow.UpdateStatus;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProcessModelTests {

    private static final Pattern STEP = Pattern.compile("\\$\\{(\\w+)(?:\\.\\w+\\(execution\\))?}");
    private static final Map<String, Class<?>> CONTRACTS = Map.of(
            RemediatePoamItem.KEY, RemediatePoamItem.class,
            ApproveExtension.KEY, ApproveExtension.class,
            AcceptRisk.KEY, AcceptRisk.class,
            FollowVendor.KEY, FollowVendor.class,
            ConfirmFalsePositive.KEY, ConfirmFalsePositive.class,
            ImportScan.KEY, ImportScan.class,
            TrackConditionalStatus.KEY, TrackConditionalStatus.class,
            CollectStatus.KEY, CollectStatus.class,
            ReviewPoam.KEY, ReviewPoam.class,
            UpdateStatus.KEY, UpdateStatus.class);

    @Nested
    class EachModel {

        static Stream<Path> processes() {
            return ShippedModels.processes();
        }

        @ParameterizedTest
        @MethodSource("processes")
        void runsUnderItsFileName(Path file) {
            Process process = only(Process.class, read(file));
            assertThat(process.getId()).isEqualTo(ShippedModels.id(file));
            assertThat(process.isExecutable()).isTrue();
            assertThat(process.getCamundaVersionTag()).isNotBlank();
            assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
        }

        @ParameterizedTest
        @MethodSource("processes")
        void hasIdsForPeople(Path file) {
            assertThat(all(FlowNode.class, read(file)))
                    .allSatisfy(node -> assertThat(node.getId()).matches("[A-Z][A-Za-z]+_[A-Z][A-Za-z]+"));
            assertThat(all(SequenceFlow.class, read(file)))
                    .allSatisfy(flow -> assertThat(flow.getId()).matches("Flow_[A-Z][A-Za-z]+"));
            assertThat(all(Message.class, read(file)))
                    .allSatisfy(message -> assertThat(message.getName()).isEqualTo(message.getId()));
        }

        @ParameterizedTest
        @MethodSource("processes")
        void isNamedExplainedAndDrawn(Path file) {
            assertThat(all(FlowNode.class, read(file))).allSatisfy(node -> {
                assertThat(node.getName()).as(node.getId()).isNotBlank();
                assertThat(node.getDocumentations()).as(node.getId()).isNotEmpty();
                assertThat(node.getDiagramElement()).as(node.getId()).isNotNull();
            });
            assertThat(all(SequenceFlow.class, read(file))).allSatisfy(flow -> assertThat(flow.getDiagramElement())
                    .as(flow.getId())
                    .isNotNull());
        }

        @ParameterizedTest
        @MethodSource("processes")
        void asksAtItsGatewaysAndAnswersOnTheFlows(Path file) {
            assertThat(all(ExclusiveGateway.class, read(file))).allSatisfy(gateway -> {
                assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
                assertThat(gateway.getDefault()).as(gateway.getId()).isNotNull();
                assertThat(gateway.getOutgoing())
                        .allSatisfy(flow ->
                                assertThat(flow.getName()).as(flow.getId()).isNotBlank());
            });
        }

        @ParameterizedTest
        @MethodSource("processes")
        void showsFormsThatExistInTheirLatestVersion(Path file) {
            Set<String> forms = ShippedModels.forms().map(ShippedModels::id).collect(Collectors.toSet());
            assertThat(all(UserTask.class, read(file))).allSatisfy(task -> {
                assertThat(forms).contains(task.getCamundaFormRef());
                assertThat(task.getCamundaFormRefBinding()).isEqualTo("latest");
            });
        }

        @ParameterizedTest
        @MethodSource("processes")
        void namesOnlyStepsThatExist(Path file) {
            Set<String> named = STEP.matcher(Bpmn.convertToString(read(file)))
                    .results()
                    .map(match -> match.group(1))
                    .filter(name ->
                            !variables(CONTRACTS.get(ShippedModels.id(file))).contains(name))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(ShippedModels.steps()).containsAll(named);
        }

        @ParameterizedTest
        @MethodSource("processes")
        void hasATestThatWalksEveryPath(Path file) {
            String id = ShippedModels.id(file);
            String test = getClass().getPackageName() + "." + Character.toUpperCase(id.charAt(0)) + id.substring(1)
                    + "ProcessTest";
            assertThatCode(() -> Class.forName(test)).as(test).doesNotThrowAnyException();
        }
    }

    @Nested
    class EachContract {

        static Stream<Path> processes() {
            return ShippedModels.processes();
        }

        @ParameterizedTest
        @MethodSource("processes")
        void namesTheTasksMessagesAndTopicsOfItsModel(Path file) {
            Class<?> contract = CONTRACTS.get(ShippedModels.id(file));
            BpmnModelInstance model = read(file);
            assertThat(constants(contract, "TASK_")).containsExactlyInAnyOrderElementsOf(ids(UserTask.class, model));
            assertThat(constants(contract, "MESSAGE_")).containsExactlyInAnyOrderElementsOf(ids(Message.class, model));
            assertThat(constants(contract, "TOPIC_"))
                    .containsExactlyInAnyOrderElementsOf(all(ServiceTask.class, model).stream()
                            .map(ServiceTask::getCamundaTopic)
                            .filter(topic -> topic != null)
                            .toList());
        }

        @ParameterizedTest
        @MethodSource("processes")
        void namesWhatTheGatewaysAsk(Path file) {
            Set<String> asked = all(ConditionExpression.class, read(file)).stream()
                    .flatMap(condition -> Pattern.compile("\\$\\{!?(\\w+)\\b(?!\\.)")
                            .matcher(condition.getTextContent())
                            .results())
                    .map(match -> match.group(1))
                    .collect(Collectors.toSet());
            assertThat(variables(CONTRACTS.get(ShippedModels.id(file)))).containsAll(asked);
        }
    }

    /** A clock at a task without a row would stand still for years. */
    @Test
    void tasksThatAreRemindedOfHaveRowsAndNoOthersDo() {
        TaskReminders table = new TaskReminders(new DmnDecisions(new ShippedDecisionModels()));
        assertThat(ShippedModels.processes()).allSatisfy(file -> {
            BpmnModelInstance model = read(file);
            List<String> reminded = all(BoundaryEvent.class, model).stream()
                    .filter(event -> event.getRawTextContent().contains("${reminder.cycle(execution)}"))
                    .map(event -> event.getAttachedTo().getId())
                    .toList();
            assertThat(ids(UserTask.class, model).stream().filter(task -> !table.of(ShippedModels.id(file), task)
                            .isEmpty()))
                    .containsExactlyInAnyOrderElementsOf(reminded);
        });
    }

    @Test
    void decisionsAreNamedLikeTheirFilesAndKept() {
        assertThat(ShippedModels.decisions()).isNotEmpty().allSatisfy(file -> assertThat(file)
                .content()
                .contains("<decision id=\"" + ShippedModels.id(file) + "\"")
                .contains("camunda:historyTimeToLive=\"P")
                .contains("hitPolicy="));
    }

    @Test
    void elementTemplatesOfferAllStepsFormsAndTopicsAndNoOthers() {
        String templates = ShippedModels.json(Path.of("processes/element-templates/closeout.json"))
                .toString();
        assertThat(STEP.matcher(templates)
                        .results()
                        .map(match -> match.group(1))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(ShippedModels.steps());
        assertThat(bound(templates, "formRef"))
                .containsExactlyInAnyOrderElementsOf(
                        ShippedModels.forms().map(ShippedModels::id).toList());
        assertThat(bound(templates, "topic"))
                .containsExactlyInAnyOrderElementsOf(constants(ImportScan.class, "TOPIC_"));
    }

    private static List<String> bound(String templates, String property) {
        return Pattern.compile("\"value\":\"(\\w+)\",\"binding\":\\{\"type\":\"property\",\"name\":\"camunda:"
                        + property + "\"")
                .matcher(templates)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static BpmnModelInstance read(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }

    private static <T extends ModelElementInstance> List<T> all(Class<T> type, BpmnModelInstance model) {
        return List.copyOf(model.getModelElementsByType(type));
    }

    private static <T extends ModelElementInstance> T only(Class<T> type, BpmnModelInstance model) {
        assertThat(all(type, model)).hasSize(1);
        return all(type, model).get(0);
    }

    private static List<String> ids(Class<? extends ModelElementInstance> type, BpmnModelInstance model) {
        return all(type, model).stream()
                .map(element -> element.getAttributeValue("id"))
                .toList();
    }

    private static List<String> variables(Class<?> contract) {
        return constants(contract, "VARIABLE_");
    }

    private static List<String> constants(Class<?> contract, String prefix) {
        return Arrays.stream(contract.getFields())
                .filter(field -> field.getName().startsWith(prefix))
                .map(ProcessModelTests::text)
                .toList();
    }

    private static String text(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
