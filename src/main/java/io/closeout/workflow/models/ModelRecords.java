package io.closeout.workflow.models;

import io.closeout.access.Actor;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.shared.Sha256;
import io.closeout.workflow.Acting;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Records in the ledger who deployed which model, at a start, from the Modeler or from a page: a table of deadlines decides as much as a
 * person does. Runs before the engine's own deployers, so that the latest version is still the one before.
 */
@Component
class ModelRecords implements Deployer {

    static final String DEPLOYMENT = "deployment";

    private final Ledger ledger;
    private final Acting acting;
    private final ObjectProvider<DeployedModels> deployed;
    private final ApplicationEventPublisher events;

    ModelRecords(
            Ledger ledger, Acting acting, ObjectProvider<DeployedModels> deployed, ApplicationEventPublisher events) {
        this.ledger = ledger;
        this.acting = acting;
        this.deployed = deployed;
        this.events = events;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        Actor by = acting.current("start");
        List<LedgerEntry> entries = deployment.getResources().values().stream()
                .flatMap(file -> idsIn(file).stream().map(id -> entry(id, file, deployment, by)))
                .toList();
        ledger.appendAll(entries);
        deployment.getResources().values().stream()
                .flatMap(file -> idsIn(file).stream())
                .filter(id -> id.kind() == ModelKind.DECISION)
                .forEach(id -> events.publishEvent(new DecisionDeployed(id.key())));
    }

    private LedgerEntry entry(ModelId id, ResourceEntity file, DeploymentEntity deployment, Actor by) {
        return LedgerEntry.of("modelDeployed", id.subject(), by)
                .changed("digest", digestBefore(id), Sha256.of(file.getBytes()))
                .with("file", file.getName())
                .with("tool", deployment.getSource())
                .with(DEPLOYMENT, deployment.getId());
    }

    private @Nullable String digestBefore(ModelId id) {
        return acting.asEngine(() -> deployed.getObject().latest(id))
                .map(before -> Sha256.of(before.content()))
                .orElse(null);
    }

    private static Set<ModelId> idsIn(ResourceEntity file) {
        return ModelIds.in(file.getName(), file.getBytes());
    }
}
