package io.closeout.workflow.models;

import io.closeout.policy.DecisionModels;
import io.closeout.workflow.Acting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Decision tables as they were deployed last, by us or by an analyst, on this node or another. An import asks for thousands of
 * decisions, so a look at the database serves for two seconds.
 */
@Component
@Primary
class DeployedDecisions implements DecisionModels {

    private static final long FRESH = Duration.ofSeconds(2).toNanos();

    private final RepositoryService repository;
    private final Acting acting;
    private final Map<String, Looked> latest = new ConcurrentHashMap<>();

    DeployedDecisions(@Lazy RepositoryService repository, Acting acting) {
        this.repository = repository;
        this.acting = acting;
    }

    private record Looked(DecisionModel model, long at) {

        boolean isFresh() {
            return System.nanoTime() - at < FRESH;
        }
    }

    @Override
    public DecisionModel latest(String decisionId) {
        Looked looked = latest.get(decisionId);
        if (looked == null || !looked.isFresh()) {
            Looked before = looked;
            // a rule holds for everybody, also for those who may not read its table in Cockpit
            looked = acting.asEngine(() -> look(decisionId, before));
            latest.put(decisionId, looked);
        }
        return looked.model();
    }

    /** Before others answer to a new version. */
    @TransactionalEventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(DecisionDeployed committed) {
        latest.remove(committed.decisionId());
    }

    private Looked look(String decisionId, @Nullable Looked before) {
        DecisionDefinition definition = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decisionId)
                .latestVersion()
                .singleResult();
        if (definition == null) {
            throw new IllegalStateException("No decision table " + decisionId + " is deployed.");
        }
        if (before != null && before.model().version() == definition.getVersion()) {
            return new Looked(before.model(), System.nanoTime());
        }
        return new Looked(new DecisionModel(decisionId, definition.getVersion(), xml(definition)), System.nanoTime());
    }

    private String xml(DecisionDefinition definition) {
        try (InputStream xml = repository.getDecisionModel(definition.getId())) {
            return new String(xml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The decision table " + definition.getKey() + " cannot be read", e);
        }
    }
}
