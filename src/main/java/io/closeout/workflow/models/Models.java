package io.closeout.workflow.models;

import io.closeout.shared.NotFound;
import io.closeout.workflow.models.DeployedModels.Deployed;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Deploys the shipped models. Only a file that differs from the deployed one gets a new version, and what an analyst
 * has deployed stays until somebody takes the shipped model on purpose.
 */
@Component
public class Models {

    /** Marks deployments of the program; an analyst's have another source or none. */
    static final String SOURCE = "closeout";

    private static final Logger log = LoggerFactory.getLogger(Models.class);

    private final ModelFiles files;
    private final DeployedModels deployed;
    private final RepositoryService repository;
    private final Map<String, Kept> kept = new ConcurrentSkipListMap<>();

    Models(ModelFiles files, DeployedModels deployed, RepositoryService repository) {
        this.files = files;
        this.deployed = deployed;
        this.repository = repository;
    }

    /**
     * An analyst's model that differs from the shipped one.
     *
     * @param file the stable name, such as {@code processes/remediatePoamItem.bpmn}
     */
    public record Kept(String file, Instant deployedAt, byte[] analysts, byte[] shipped) {}

    /** Deploys what is new or changed. To be called under a lock over all nodes. */
    public void deployChanged() {
        SortedMap<String, byte[]> changed = new TreeMap<>();
        kept.clear();
        files.all().forEach((file, content) -> deployed.latest(file)
                .ifPresentOrElse(latest -> compare(file, content, latest, changed), () -> changed.put(file, content)));
        if (!changed.isEmpty()) {
            deploy(changed);
        }
    }

    /** What analysts changed, by file name; for a page that shows the difference and asks. */
    public List<Kept> keptFromAnalysts() {
        return List.copyOf(kept.values());
    }

    /** Puts the shipped model in the place of the analyst's. */
    public void takeShipped(String file) {
        Kept analysts = kept.get(file);
        if (analysts == null) {
            throw NotFound.of("changed model", file);
        }
        deploy(Map.of(file, analysts.shipped()));
        kept.remove(file);
    }

    private void compare(String file, byte[] shipped, Deployed latest, Map<String, byte[]> changed) {
        if (Arrays.equals(shipped, latest.content())) {
            return;
        }
        if (latest.isOurs()) {
            changed.put(file, shipped);
        } else {
            Instant at = latest.deployment().getDeploymentTime().toInstant();
            kept.put(file, new Kept(file, at, latest.content(), shipped));
            log.info(
                    "{} stays as an analyst deployed it on {}: the shipped model differs and is not deployed",
                    file,
                    at);
        }
    }

    private void deploy(Map<String, byte[]> changed) {
        DeploymentBuilder deployment =
                repository.createDeployment().name(SOURCE).source(SOURCE);
        changed.forEach((file, content) -> deployment.addInputStream(file, new ByteArrayInputStream(content)));
        deployment.deploy();
        log.info("Deployed {}", changed.keySet());
    }
}
