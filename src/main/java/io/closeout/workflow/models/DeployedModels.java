package io.closeout.workflow.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The newest deployed version of each model. */
@Component
class DeployedModels {

    /** Its deployment's source is {@code closeout} if the program deployed it, otherwise what the analyst's tool says, often nothing. */
    record Deployed(ResourceDefinition definition, byte[] content, Deployment deployment) {

        boolean isOurs() {
            return Models.SOURCE.equals(deployment.getSource());
        }
    }

    private final ProcessEngine engine;
    private final RepositoryService repository;
    private final JdbcClient jdbc;

    DeployedModels(ProcessEngine engine, JdbcClient jdbc) {
        this.engine = engine;
        this.repository = engine.getRepositoryService();
        this.jdbc = jdbc;
    }

    Optional<Deployed> latest(ModelId id) {
        return Optional.ofNullable(definition(id)).map(this::deployed);
    }

    SortedSet<ModelId> all() {
        SortedSet<ModelId> ids = new TreeSet<>();
        repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .list()
                .forEach(process -> ids.add(new ModelId(ModelKind.PROCESS, process.getKey())));
        repository
                .createDecisionDefinitionQuery()
                .latestVersion()
                .list()
                .forEach(decision -> ids.add(new ModelId(ModelKind.DECISION, decision.getKey())));
        // the engine has no query for forms
        jdbc.sql("select distinct key_ from act_re_camformdef")
                .query(String.class)
                .list()
                .forEach(key -> ids.add(new ModelId(ModelKind.FORM, key)));
        return ids;
    }

    /** What the program itself deployed last under this path, though an analyst's may have followed. */
    Optional<byte[]> lastOfOurs(String path) {
        return repository
                .createDeploymentQuery()
                .deploymentSource(Models.SOURCE)
                .orderByDeploymentTime()
                .desc()
                .list()
                .stream()
                .map(Deployment::getId)
                .filter(deployment ->
                        repository.getDeploymentResourceNames(deployment).contains(path))
                .findFirst()
                .map(deployment -> content(deployment, path));
    }

    private @Nullable ResourceDefinition definition(ModelId id) {
        return switch (id.kind()) {
            case PROCESS ->
                repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(id.key())
                        .latestVersion()
                        .singleResult();
            case DECISION ->
                repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(id.key())
                        .latestVersion()
                        .singleResult();
            case FORM -> latestForm(id.key());
        };
    }

    /** @return null if there is none; the engine has no public query for forms */
    @Nullable
    CamundaFormDefinitionEntity latestForm(String formId) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(command -> command.getCamundaFormDefinitionManager().findLatestDefinitionByKey(formId));
    }

    private Deployed deployed(ResourceDefinition definition) {
        Deployment deployment = repository
                .createDeploymentQuery()
                .deploymentId(definition.getDeploymentId())
                .singleResult();
        return new Deployed(
                definition, content(definition.getDeploymentId(), definition.getResourceName()), deployment);
    }

    private byte[] content(String deployment, String path) {
        try (var content = repository.getResourceAsStream(deployment, path)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(path + " of deployment " + deployment + " cannot be read", e);
        }
    }
}
