package io.closeout.workflow.deadline;

import io.closeout.access.Actor;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.register.ItemSearch;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.workflow.models.DecisionDeployed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Holds all open items against a table that sets deadlines once it has another version, whoever deployed it: behind the deployment, item by
 * item. What was taken is written down when every item has been looked at; so a program that ends in between, or an item that could not be
 * looked at, is made good at the next start. Looking twice changes nothing.
 */
@Component
class DeadlineTables {

    private static final Logger log = LoggerFactory.getLogger(DeadlineTables.class);

    private static final Set<String> TABLES = Set.of("remediationDeadline", "exploitedDeadline");

    private final RepositoryService models;
    private final TakenTables taken;
    private final ItemSearch search;
    private final Register register;
    private final Ledger ledger;
    private final TransactionTemplate transaction;
    /** One pass after the other. */
    private final Executor background = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "deadline-tables");
        thread.setDaemon(true);
        return thread;
    });

    DeadlineTables(
            RepositoryService models,
            TakenTables taken,
            ItemSearch search,
            Register register,
            Ledger ledger,
            PlatformTransactionManager transactions) {
        this.models = models;
        this.taken = taken;
        this.search = search;
        this.register = register;
        this.ledger = ledger;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        TABLES.forEach(table -> background.execute(() -> holdItemsAgainst(table)));
    }

    /** After the copy of the old table is forgotten. */
    @TransactionalEventListener
    @Order
    void on(DecisionDeployed committed) {
        if (TABLES.contains(committed.decisionId())) {
            background.execute(() -> holdItemsAgainst(committed.decisionId()));
        }
    }

    /** Nothing happens if the deployed version was taken already. */
    void holdItemsAgainst(String table) {
        try {
            latestVersion(table)
                    .filter(version ->
                            taken.version(table).filter(version::equals).isEmpty())
                    .ifPresent(version -> reassessAll(table, version));
        } catch (RuntimeException failure) {
            log.error("The table {} does not reach the open items; the next start tries again", table, failure);
        }
    }

    private Optional<Integer> latestVersion(String table) {
        return models.createDecisionDefinitionQuery().decisionDefinitionKey(table).latestVersion().list().stream()
                .map(DecisionDefinition::getVersion)
                .findFirst();
    }

    private void reassessAll(String table, int version) {
        List<PoamId> open = search.openIds();
        String why = "Version %d of the table %s".formatted(version, table);
        int shortened = 0;
        int failed = 0;
        for (PoamId item : open) {
            try {
                shortened += reassess(item, why) ? 1 : 0;
            } catch (RuntimeException failure) {
                log.error("{} is not held against {}", item, why, failure);
                failed++;
            }
        }
        log.info("{}: {} of {} open items got an earlier deadline, {} failed", why, shortened, open.size(), failed);
        if (failed == 0) {
            take(table, version, open.size(), shortened);
        }
    }

    private boolean reassess(PoamId item, String why) {
        return Boolean.TRUE.equals(
                transaction.execute(status -> register.reassessDeadline(item, why, Actor.system("table"))));
    }

    private void take(String table, int version, int items, int shortened) {
        try {
            transaction.executeWithoutResult(status -> {
                if (taken.take(table, version) && items > 0) {
                    ledger.append(
                            LedgerEntry.of("openItemsReassessed", "model:" + table + ".dmn", Actor.system("table"))
                                    .with("version", version)
                                    .with("items", items)
                                    .with("shortened", shortened));
                }
            });
        } catch (DataIntegrityViolationException raced) {
            log.info("Another node has taken version {} of {} at the same moment", version, table);
        }
    }
}
