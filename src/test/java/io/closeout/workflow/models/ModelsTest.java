package io.closeout.workflow.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEvent;
import io.closeout.ledger.LedgerField;
import io.closeout.shared.NotFound;
import io.closeout.shared.Refused;
import io.closeout.shared.Sha256;
import io.closeout.workflow.Acting;
import io.closeout.workflow.EngineTest;
import io.closeout.workflow.TryOut;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@EngineTest
class ModelsTest {

    static final String DECISION = "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='d' name='d'"
            + " namespace='http://camunda.org/schema/1.0/dmn'><decision id='deadline' name='Deadline'><variable id='Variable_Days' name='days' typeRef='integer'/>"
            + "<literalExpression id='LiteralExpression_Days'><text>30</text></literalExpression></decision></definitions>";

    @TempDir
    Path shipped;

    @TempDir
    Path folder;

    private static final ModelId PROCESS = ModelId.of("tryOut.bpmn");
    private static final Actor ANALYST = new Actor("ada", Set.of(Group.PROCESS_ANALYST), "page");

    @Autowired
    DeployedModels deployed;

    @Autowired
    Ledger ledger;

    @Autowired
    Acting acting;

    @Autowired
    PlatformTransactionManager transactions;

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

    @Test
    void whatIsDeployedAtAStartIsShippedAndRecorded() {
        assertThat(start().all())
                .extracting(Model::id, Model::origin, Model::version, Model::deployedBy)
                .containsExactly(
                        tuple(PROCESS, Origin.SHIPPED, 1, "system"),
                        tuple(ModelId.of("deadline.dmn"), Origin.SHIPPED, 1, "system"),
                        tuple(ModelId.of("tryOut.form"), Origin.SHIPPED, 1, "system"));
    }

    @Test
    void aModelOfAnotherNameIsTheAnalystsOwn() {
        Models models = start();
        analystDeploys("escalation.dmn", DECISION.replace("'deadline'", "'escalation'"));
        assertThat(models.get(ModelId.of("escalation.dmn")).origin()).isEqualTo(Origin.OWN);
    }

    @Nested
    class AModelThatAnAnalystDeployed {

        Models models;

        @BeforeEach
        void deploy() {
            models = start();
            analystDeploys("my try out.bpmn", process("Analyst's"));
        }

        @Test
        void isKnownAtOnceWithWhoDeployedIt() {
            Model changed = models.get(PROCESS);
            assertThat(changed.origin()).isEqualTo(Origin.CHANGED);
            assertThat(changed.version()).isEqualTo(2);
            assertThat(changed.deployedBy()).isEqualTo("ada");
            assertThat(changed.tool()).isEqualTo("Camunda Modeler");
            assertThat(text(changed.content())).contains("Analyst's");
            assertThat(text(changed.shipped().orElseThrow())).doesNotContain("Analyst's");
        }

        @Test
        void isRecordedWithBothDigests() {
            assertThat(lastEvent().kind()).isEqualTo("modelDeployed");
            LedgerField digest = lastEvent().field("digest").orElseThrow();
            Model changed = models.get(PROCESS);
            assertThat(digest.before()).isEqualTo(Sha256.of(changed.shipped().orElseThrow()));
            assertThat(digest.after()).isEqualTo(Sha256.of(changed.content()));
        }

        @Test
        void isNotReplacedByANewerShippedOneButRemembered() throws IOException {
            write(shipped, "processes/tryOut.bpmn", process("Newly shipped"));
            models = start();
            assertThat(processText()).contains("Analyst's");
            Model kept = models.get(PROCESS);
            assertThat(kept.origin()).isEqualTo(Origin.NEWER_SHIPPED);
            assertThat(text(kept.shipped().orElseThrow())).contains("Newly shipped");
        }

        @Test
        void isReplacedOnPurpose() {
            take(models, 2, "The audit asks for it.", ANALYST);
            assertThat(processText()).doesNotContain("Analyst's");
            assertThat(models.get(PROCESS))
                    .extracting(Model::origin, Model::version, Model::deployedBy)
                    .containsExactly(Origin.SHIPPED, 3, "ada");
            start();
            assertThat(models.get(PROCESS).version()).isEqualTo(3);
        }

        @Test
        void isReplacedWithAReasonInTheLedger() {
            Model before = models.get(PROCESS);
            take(models, 2, " The audit asks for it. ", ANALYST);
            LedgerEvent taken = events().get(events().size() - 2);
            assertThat(taken.kind()).isEqualTo("shippedModelTaken");
            assertThat(taken.actor()).isEqualTo("ada");
            assertThat(taken.via()).isEqualTo("page");
            assertThat(taken.reason()).isEqualTo("The audit asks for it.");
            LedgerField digest = taken.field("digest").orElseThrow();
            assertThat(digest.before()).isEqualTo(Sha256.of(before.content()));
            assertThat(digest.after()).isEqualTo(Sha256.of(before.shipped().orElseThrow()));
        }

        @ParameterizedTest
        @EnumSource(value = Group.class, names = "PROCESS_ANALYST", mode = EnumSource.Mode.EXCLUDE)
        void isReplacedByNobodyButAnAnalyst(Group group) {
            refuses(2, "Because.", new Actor("other", Set.of(group), "page"), "Only Process analyst may");
        }

        @Test
        void isNotReplacedWithoutAReason() {
            refuses(2, " ", ANALYST, "Say why");
            refuses(2, null, ANALYST, "Say why");
        }

        @Test
        void isNotReplacedUnseen() {
            refuses(1, "Because.", ANALYST, "it has version 2 now");
        }

        private void refuses(int version, @Nullable String reason, Actor by, String words) {
            int before = events().size();
            assertThatThrownBy(() -> take(models, version, reason, by))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining(words);
            assertThat(processText()).contains("Analyst's");
            assertThat(events()).hasSize(before);
        }
    }

    @Test
    void aModelThatIsShippedAlreadyIsNotTaken() {
        Models models = start();
        assertThatThrownBy(() -> take(models, 1, "Because.", ANALYST))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("tryOut.bpmn is no changed version of a shipped model");
    }

    @Test
    void anUnknownModelIsNotFound() {
        Models models = start();
        assertThatThrownBy(() -> models.get(ModelId.of("nothing.bpmn"))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> ModelId.of("../application.yml")).isInstanceOf(NotFound.class);
    }

    private void take(Models models, int version, @Nullable String reason, Actor by) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(tx -> models.takeShipped(PROCESS, version, reason, by));
    }

    private void analystDeploys(String file, String content) {
        acting.as(
                ANALYST,
                () -> acting.asEngine(() -> repository
                        .createDeployment()
                        .source("Camunda Modeler")
                        .addString(file, content)
                        .deploy()));
    }

    private List<LedgerEvent> events() {
        return ledger.of(PROCESS.subject());
    }

    private LedgerEvent lastEvent() {
        return events().get(events().size() - 1);
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    private Models start() {
        Models models = new Models(
                new ModelFiles(shipped.toUri().toString(), folder.toString()), deployed, repository, ledger, acting);
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
        return new String(deployed.latest(PROCESS).orElseThrow().content());
    }

    private static String process(String taskName) {
        return Bpmn.convertToString(TryOut.process(task -> task.name(taskName)));
    }

    private static void write(Path root, String file, String content) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), content);
    }
}
