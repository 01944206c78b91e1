package io.closeout.workflow.models;

import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The newest deployed version of a model, by the key that its file is named for. */
@Component
class DeployedModels {

    /**
     * @param source {@code closeout} if the program deployed it, otherwise what the analyst's tool says, often nothing
     */
    record Deployed(byte[] content, Deployment deployment) {

        boolean isOurs() {
            return Models.SOURCE.equals(deployment.getSource());
        }
    }

    private final ProcessEngine engine;
    private final RepositoryService repository;

    DeployedModels(ProcessEngine engine) {
        this.engine = engine;
        this.repository = engine.getRepositoryService();
    }

    Optional<Deployed> latest(String file) {
        return Optional.ofNullable(definition(file)).map(this::deployed);
    }

    private @Nullable ResourceDefinition definition(String file) {
        String key = StringUtils.stripFilenameExtension(StringUtils.getFilename(file));
        return switch (StringUtils.getFilenameExtension(file)) {
            case "bpmn" ->
                repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .latestVersion()
                        .singleResult();
            case "dmn" ->
                repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(key)
                        .latestVersion()
                        .singleResult();
            default -> latestForm(key);
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
        try (var content = repository.getResourceAsStream(definition.getDeploymentId(), definition.getResourceName())) {
            Deployment deployment = repository
                    .createDeploymentQuery()
                    .deploymentId(definition.getDeploymentId())
                    .singleResult();
            return new Deployed(content.readAllBytes(), deployment);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
