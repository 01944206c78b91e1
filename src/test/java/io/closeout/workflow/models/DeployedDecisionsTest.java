package io.closeout.workflow.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.workflow.Acting;
import io.closeout.workflow.EngineTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class DeployedDecisionsTest {

    private static final Path TABLE = Path.of("processes/decisions/itemPriority.dmn");

    @Autowired
    RepositoryService repository;

    @Autowired
    Acting acting;

    DeployedDecisions decisions;

    @BeforeEach
    void aTableIsDeployed() throws Exception {
        repository
                .createDeployment()
                .addString("itemPriority.dmn", Files.readString(TABLE))
                .deploy();
        decisions = new DeployedDecisions(repository, acting);
    }

    @AfterEach
    void clean() {
        repository.createDeploymentQuery().list().forEach(old -> repository.deleteDeployment(old.getId(), true));
    }

    @Test
    void holdForPeopleWhoMayNotReadThemInCockpit() throws Exception {
        Actor issm = new Actor("ian", Set.of(Group.ISSM), "tasklist");
        acting.as(issm, () -> assertThat(
                        repository.createDecisionDefinitionQuery().count())
                .isZero());
        assertThat(acting.as(issm, () -> decisions.latest("itemPriority")).xml())
                .isEqualTo(Files.readString(TABLE));
    }
}
