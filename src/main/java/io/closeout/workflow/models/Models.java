package io.closeout.workflow.models;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.shared.NotFound;
import io.closeout.shared.Refused;
import io.closeout.shared.Sha256;
import io.closeout.workflow.Acting;
import io.closeout.workflow.models.DeployedModels.Deployed;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which models are deployed, and the shipped ones among them. Only a file that differs from the deployed one gets a new version, and
 * what an analyst has deployed stays until an analyst takes the shipped model on purpose.
 */
@Component
public class Models {

    /** Marks deployments of the program; an analyst's have another source or none. */
    static final String SOURCE = "closeout";

    private static final int LONGEST_REASON = 2000;

    private static final Logger log = LoggerFactory.getLogger(Models.class);

    private final ModelFiles files;
    private final DeployedModels deployed;
    private final RepositoryService repository;
    private final Ledger ledger;
    private final Acting acting;

    Models(ModelFiles files, DeployedModels deployed, RepositoryService repository, Ledger ledger, Acting acting) {
        this.files = files;
        this.deployed = deployed;
        this.repository = repository;
        this.ledger = ledger;
        this.acting = acting;
    }

    /** Deploys what is new or changed. To be called under a lock over all nodes. */
    public void deployChanged() {
        SortedMap<String, byte[]> changed = new TreeMap<>();
        files.all().forEach((path, content) -> deployed.latest(ModelId.ofPath(path))
                .ifPresentOrElse(latest -> compare(path, content, latest, changed), () -> changed.put(path, content)));
        if (!changed.isEmpty()) {
            deploy(changed);
        }
    }

    /** Every model that is deployed: processes, then decisions, then forms, each by id. */
    public List<Model> all() {
        SortedMap<String, byte[]> shipped = files.all();
        return deployed.all().stream()
                .map(id -> model(id, shipped))
                .flatMap(Optional::stream)
                .toList();
    }

    /** @throws NotFound if nothing of the kind and id is deployed */
    public Model get(ModelId id) {
        return model(id, files.all()).orElseThrow(() -> NotFound.of("model", id.fileName()));
    }

    /**
     * Puts the shipped model in the place of an analyst's. What runs on the analyst's process goes on with it.
     *
     * @param seenVersion the deployed version that the person has compared
     * @throws Refused if the person is no analyst, gives no reason, has compared another version, or there is nothing to take
     */
    @Transactional
    public void takeShipped(ModelId id, int seenVersion, @Nullable String reason, Actor by) {
        by.mustBeIn("take a shipped model", Group.PROCESS_ANALYST);
        String why = given(reason);
        Model analysts = get(id);
        if (analysts.version() != seenVersion) {
            throw Refused.because(
                    "%s was deployed again in the meantime: it has version %d now. Look at the difference again."
                            .formatted(id.fileName(), analysts.version()));
        }
        Shipped shipped = shipped(id, files.all())
                .filter(file -> analysts.origin().canBeReplaced())
                .orElseThrow(() -> Refused.because(id.fileName() + " is no changed version of a shipped model."));
        ledger.append(LedgerEntry.of("shippedModelTaken", id.subject(), by)
                .changed("digest", Sha256.of(analysts.content()), Sha256.of(shipped.content()))
                .with("replacedVersion", analysts.version())
                .because(why));
        acting.as(by, () -> acting.asEngine(() -> deploy(Map.of(shipped.path(), shipped.content()))));
    }

    private static String given(@Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Refused.because("Say why, in at most " + LONGEST_REASON + " characters: the ledger keeps it.");
        }
        return reason.strip();
    }

    private record Shipped(String path, byte[] content) {}

    private static Optional<Shipped> shipped(ModelId id, Map<String, byte[]> files) {
        return files.entrySet().stream()
                .filter(file -> ModelId.ofPath(file.getKey()).equals(id))
                .map(file -> new Shipped(file.getKey(), file.getValue()))
                .findFirst();
    }

    private Optional<Model> model(ModelId id, Map<String, byte[]> files) {
        return deployed.latest(id).map(latest -> model(id, latest, shipped(id, files)));
    }

    private Model model(ModelId id, Deployed latest, Optional<Shipped> shipped) {
        Origin origin = shipped.map(file -> origin(file, latest)).orElse(Origin.OWN);
        Deployment deployment = latest.deployment();
        return new Model(
                id,
                name(id, latest.definition()),
                latest.definition().getVersion(),
                deployment.getDeploymentTime().toInstant(),
                recordedDeployer(id, deployment.getId()),
                deployment.getSource(),
                origin,
                latest.content(),
                shipped.map(Shipped::content).filter(content -> origin != Origin.SHIPPED));
    }

    /** The engine throws when asked for a form's name. */
    private static String name(ModelId id, ResourceDefinition definition) {
        String name = id.kind() == ModelKind.FORM ? null : definition.getName();
        return name == null || name.isBlank() ? id.key() : name;
    }

    private Origin origin(Shipped shipped, Deployed latest) {
        if (latest.isOurs() || Arrays.equals(shipped.content(), latest.content())) {
            return Origin.SHIPPED;
        }
        return deployed.lastOfOurs(shipped.path())
                        .filter(before -> Arrays.equals(before, shipped.content()))
                        .isPresent()
                ? Origin.CHANGED
                : Origin.NEWER_SHIPPED;
    }

    private @Nullable String recordedDeployer(ModelId id, String deployment) {
        return ledger.of(id.subject()).stream()
                .filter(event -> event.field(ModelRecords.DEPLOYMENT)
                        .filter(field -> deployment.equals(field.after()))
                        .isPresent())
                .map(event -> event.actor())
                .findFirst()
                .orElse(null);
    }

    private void compare(String path, byte[] shipped, Deployed latest, Map<String, byte[]> changed) {
        if (Arrays.equals(shipped, latest.content())) {
            return;
        }
        if (latest.isOurs()) {
            changed.put(path, shipped);
        } else {
            log.info(
                    "{} stays as an analyst deployed it on {}: the shipped model differs and is not deployed",
                    path,
                    latest.deployment().getDeploymentTime().toInstant());
        }
    }

    private Deployment deploy(Map<String, byte[]> changed) {
        DeploymentBuilder builder = repository.createDeployment().name(SOURCE).source(SOURCE);
        changed.forEach((path, content) -> builder.addInputStream(path, new ByteArrayInputStream(content)));
        Deployment deployment = builder.deploy();
        log.info("Deployed {}", changed.keySet());
        return deployment;
    }
}
