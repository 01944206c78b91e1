package io.closeout.workflow.models;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.workflow.Acting;
import io.closeout.workflow.EngineTest;
import io.closeout.workflow.TryOut;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.builder.UserTaskBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class ModelContractTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    Acting acting;

    @AfterEach
    void clean() {
        repository.createDeploymentQuery().list().forEach(old -> repository.deleteDeployment(old.getId(), true));
    }

    @Test
    void aModelThatKeepsItIsDeployed() {
        assertThatCode(() -> deploy(text -> text)).doesNotThrowAnyException();
    }

    @Test
    void nobodyPassesOffAModelAsShipped() {
        DeploymentBuilder disguised =
                repository.createDeployment().source("closeout").addString("forms/tryOut.form", TryOut.FORM);
        assertThatThrownBy(() -> acting.as(new Actor("ada", Set.of(Group.PROCESS_ANALYST), "test"), disguised::deploy))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("Give another source or none");
    }

    @Test
    void scriptsAreRefused() {
        refusedWith(
                task -> task.serviceTask("ServiceTask_Run")
                        .scriptTask("ScriptTask_Run")
                        .scriptFormat("juel"),
                "x.bpmn, ScriptTask_Run: scripts are not allowed. Use a step");
    }

    @Test
    void javaClassesAreRefused() {
        refusedWith(
                task -> task.serviceTask("ServiceTask_Run").camundaClass("java.lang.Runtime"),
                "x.bpmn, ServiceTask_Run: Java classes are not allowed");
        refusedWith(
                task -> task.camundaTaskListenerClass("create", "java.lang.Runtime"),
                "x.bpmn, UserTask_Plan: Java classes are not allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${dataSource.getConnection()}", "${runtimeService.deleteProcessInstance(1, 2)}"})
    void otherBeansAreRefused(String expression) {
        refusedWith(
                task -> task.serviceTask("ServiceTask_Run").camundaExpression(expression),
                "x.bpmn, ServiceTask_Run: there is no step",
                "Known are acceptPlan, owner");
    }

    @Test
    void unknownStepsAreRefused() {
        refusedWith(
                task -> task.serviceTask("ServiceTask_Run").camundaDelegateExpression("${recordNothing}"),
                "x.bpmn, ServiceTask_Run: there is no step \"recordNothing\"");
    }

    @Test
    void reachingIntoTheProgramIsRefused() {
        refusedWith(task -> task.camundaDueDate("${''.getClass()}"), "reaches into the program");
    }

    @Test
    void missingAndForeignFormsAreRefused() {
        refused(text -> text.replace("camunda:formRef=\"tryOut\"", ""), "UserTask_Plan: the task has no form");
        refused(text -> text.replace("formRef=\"tryOut\"", "formRef=\"nowhere\""), "there is no form \"nowhere\"");
        refused(
                text -> text.replace("camunda:formRef=\"tryOut\"", "camunda:formKey=\"embedded:deployment:x.html\""),
                "embedded and external forms are not allowed");
        refused(text -> text.replace("\"latest\"", "\"deployment\""), "must be bound to latest");
    }

    @Test
    void missingTimeToLiveIsRefused() {
        refused(
                text -> text.replace("camunda:historyTimeToLive=\"P3650D\"", ""),
                "x.bpmn, tryOut: there is no history time to live. Set it, such as P3650D.");
    }

    @Test
    void whatCannotRunIsRefused() {
        refused(text -> text.replace("isExecutable=\"true\"", "isExecutable=\"false\""), "is not executable");
    }

    @Test
    void idsThatAreNotForPeopleAreRefused() {
        refused(text -> text.replace("UserTask_Fix", "Activity_0x1"), "Activity_0x1: the id is not for people");
    }

    @Test
    void whatIsNotDrawnIsRefused() {
        refused(
                text -> text.replaceAll("bpmnElement=\"UserTask_Fix\"", "bpmnElement=\"UserTask_Plan\""),
                "UserTask_Fix: the element is not drawn");
    }

    @Test
    void anItemsProcessKeepsItsGates() {
        refused(
                text -> text.replace("id=\"tryOut\"", "id=\"remediatePoamItem\""),
                "UserTask_SignOffDate: the sign-off of the planned date is missing",
                "UserTask_RemediateWeakness: the evidence gate is missing");
    }

    @Test
    void aRequestForMoreTimeKeepsItsGates() {
        refused(
                text -> text.replace("id=\"tryOut\"", "id=\"approveExtension\""),
                "UserTask_DecideExtension: the decision on more time is missing",
                "UserTask_LeadershipDecideExtension: leadership's signature is missing");
    }

    @Test
    void otherFilesAreRefused() {
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString("forms/evil.html", "<script>")
                        .deploy())
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("forms/evil.html: only .bpmn, .dmn and .form files");
    }

    @Test
    void decisionsSpeakFeelOnly() {
        String juel = ModelsTest.DECISION.replace("<literalExpression", "<literalExpression expressionLanguage='juel'");
        assertThatThrownBy(() ->
                        repository.createDeployment().addString("d.dmn", juel).deploy())
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("the expression language juel is not allowed. Use FEEL.");
    }

    private void refusedWith(Consumer<UserTaskBuilder> change, String... words) {
        String model = Bpmn.convertToString(TryOut.process(change));
        refused(text -> model, words);
    }

    private void refused(UnaryOperator<String> change, String... words) {
        assertThatThrownBy(() -> deploy(change))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContainingAll(words);
    }

    private void deploy(UnaryOperator<String> change) {
        repository
                .createDeployment()
                .addString("x.bpmn", change.apply(Bpmn.convertToString(TryOut.process())))
                .addString("tryOut.form", TryOut.FORM)
                .deploy();
    }
}
