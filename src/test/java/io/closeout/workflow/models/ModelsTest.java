package io.closeout.workflow.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.workflow.EngineTest;
import io.closeout.workflow.TryOut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class ModelsTest {

    static final String DECISION = "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='d' name='d'"
            + " namespace='http://camunda.org/schema/1.0/dmn'><decision id='deadline' name='Deadline'><variable id='Variable_Days' name='days' typeRef='integer'/>"
            + "<literalExpression id='LiteralExpression_Days'><text>30</text></literalExpression></decision></definitions>";

    @TempDir
    Path shipped;

    @TempDir
    Path folder;

    @Autowired
    DeployedModels deployed;

    @Autowired
    RepositoryService repository;

    @BeforeEach
    void threeShippedModels() throws IOException {
        write(shipped, "processes/tryOut.bpmn", process("Plan"));
        write(shipped, "processes/decisions/deadline.dmn", DECISION);
        write(shipped, "forms/tryOut.form", TryOut.FORM);
    }

    @AfterEach
    void clean() {
        repository.createDeploymentQuery().list().forEach(old -> repository.deleteDeployment(old.getId(), true));
    }

    @Test
    void aFirstStartDeploysAllUnderStableNames() {
        start();
        assertThat(repository.getDeploymentResourceNames(
                        repository.createDeploymentQuery().singleResult().getId()))
                .containsExactlyInAnyOrder(
                        "processes/tryOut.bpmn", "processes/decisions/deadline.dmn", "forms/tryOut.form");
    }

    @Test
    void anotherStartDeploysNothing() {
        start();
        start();
        assertThat(repository.createDeploymentQuery().count()).isOne();
    }

    @Test
    void aChangedFileIsDeployedAlone() throws IOException {
        start();
        write(shipped, "processes/tryOut.bpmn", process("Plan it"));
        start();
        assertThat(processVersion()).isEqualTo(2);
        assertThat(repository.createDecisionDefinitionQuery().count()).isOne();
    }

    @Test
    void theFolderWinsFileByFile() throws IOException {
        write(folder, "processes/tryOut.bpmn", process("Ours"));
        start();
        assertThat(processText()).contains("Ours");
        assertThat(repository.createDecisionDefinitionQuery().count()).isOne();
    }

    @Nested
    class AModelThatAnAnalystDeployed {

        @BeforeEach
        void deploy() {
            start();
            repository
                    .createDeployment()
                    .source("Camunda Modeler")
                    .addString("tryOut.bpmn", process("Analyst's"))
                    .deploy();
        }

        @Test
        void isNotReplacedButRemembered() throws IOException {
            write(shipped, "processes/tryOut.bpmn", process("Newly shipped"));
            Models models = start();
            assertThat(processText()).contains("Analyst's");
            assertThat(models.keptFromAnalysts())
                    .singleElement()
                    .satisfies(kept -> assertThat(new String(kept.shipped())).contains("Newly shipped"));
        }

        @Test
        void isReplacedOnPurpose() {
            Models models = start();
            models.takeShipped("processes/tryOut.bpmn");
            assertThat(processText()).doesNotContain("Analyst's");
            assertThat(models.keptFromAnalysts()).isEmpty();
            assertThat(start().keptFromAnalysts()).isEmpty();
        }
    }

    private Models start() {
        Models models = new Models(new ModelFiles(shipped.toUri().toString(), folder.toString()), deployed, repository);
        models.deployChanged();
        return models;
    }

    private int processVersion() {
        return repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    private String processText() {
        return new String(deployed.latest("processes/tryOut.bpmn").orElseThrow().content());
    }

    private static String process(String taskName) {
        return Bpmn.convertToString(TryOut.process(task -> task.name(taskName)));
    }

    private static void write(Path root, String file, String content) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), content);
    }
}
