package io.closeout.workflow.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.function.Predicate;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/** The forms that a process may name: those that come along in the deployment and those deployed before. */
class FormCatalog {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DeploymentEntity deployment;
    private final Predicate<String> deployedBefore;

    FormCatalog(DeploymentEntity deployment, Predicate<String> deployedBefore) {
        this.deployment = deployment;
        this.deployedBefore = deployedBefore;
    }

    boolean contains(String formId) {
        return deployment.getResources().values().stream()
                        .filter(file -> file.getName().endsWith(".form"))
                        .anyMatch(file -> idOf(file.getBytes()).equals(formId))
                || deployedBefore.test(formId);
    }

    /** @throws UnreadableModel if the file is no form or has no id */
    static String idOf(byte[] form) {
        try {
            JsonNode id = JSON.readTree(form).path("id");
            if (id.asText().isBlank()) {
                throw new UnreadableModel("the form has no id. Set it in the Modeler.");
            }
            return id.asText();
        } catch (IOException e) {
            throw new UnreadableModel("this is not a form of the Camunda Modeler (no JSON).", e);
        }
    }
}
