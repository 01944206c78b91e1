package io.closeout.workflow.models;

import io.closeout.workflow.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * What a model must hold to be deployed, by whomever: REST answers 400 with these words. Only new deployments are
 * checked: what runs already is read again after each restart and must not be refused by a stricter rule.
 */
@Component
class ModelContract implements Deployer {

    private static final Set<String> PICTURES = Set.of("png", "svg");

    private final Steps steps;
    private final ObjectProvider<DeployedModels> deployed;

    ModelContract(Steps steps, ObjectProvider<DeployedModels> deployed) {
        this.steps = steps;
        this.deployed = deployed;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        List<String> problems = new ArrayList<>();
        FormCatalog forms =
                new FormCatalog(deployment, id -> deployed.getObject().latestForm(id) != null);
        deployment.getResources().values().forEach(file -> check(file, forms, problems));
        if (Models.SOURCE.equals(deployment.getSource()) && isOfAPerson()) {
            problems.add(
                    "\"%s\" marks what the program deploys itself and replaces at a start. Give another source or none."
                            .formatted(Models.SOURCE));
        }
        if (!problems.isEmpty()) {
            throw new BadUserRequestException("Not deployed: " + String.join(" ", problems));
        }
    }

    private static boolean isOfAPerson() {
        return Context.getCommandContext().getAuthenticatedUserId() != null;
    }

    private void check(ResourceEntity file, FormCatalog forms, List<String> problems) {
        String name = file.getName();
        try {
            String type = String.valueOf(StringUtils.getFilenameExtension(name));
            switch (type) {
                case "bpmn" -> new ProcessCheck(name, ModelXml.parse(file.getBytes()), steps, forms).into(problems);
                case "dmn" -> new DecisionCheck(name, ModelXml.parse(file.getBytes())).into(problems);
                case "form" -> FormCatalog.idOf(file.getBytes());
                default -> {
                    if (!PICTURES.contains(type)) {
                        problems.add(name + ": only .bpmn, .dmn and .form files are deployed here.");
                    }
                }
            }
        } catch (UnreadableModel unreadable) {
            problems.add(name + ": " + unreadable.getMessage());
        }
    }
}
