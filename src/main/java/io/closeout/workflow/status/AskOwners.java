package io.closeout.workflow.status;

import io.closeout.review.status.StatusCollections;
import io.closeout.review.status.StatusRound;
import io.closeout.review.status.StatusRounds;
import io.closeout.workflow.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;

/**
 * Asks every owner whose items are due for a word, and ends what is open without need. Each in a transaction of its own, so that one who
 * cannot be asked keeps nobody else from it; they are tried again on the next morning.
 */
@Step("collectStatus")
class AskOwners implements JavaDelegate {

    private static final Logger log = LoggerFactory.getLogger(AskOwners.class);

    private final StatusRounds rounds;
    private final StatusCollections collections;
    private final ProcessEngine engine;

    AskOwners(StatusRounds rounds, StatusCollections collections, @Lazy ProcessEngine engine) {
        this.rounds = rounds;
        this.collections = collections;
        this.engine = engine;
    }

    @Override
    public void execute(DelegateExecution execution) {
        List<StatusRound> open = rounds.open();
        int stuck = eachByItself(open, rounds::endIfNothingLeft, "end");
        List<String> owners = rounds.ownersToAsk();
        int failed = eachByItself(owners, rounds::open, "open");
        collections.collected(
                LocalDate.parse(execution.getProcessBusinessKey()), owners.size() - failed, failed + stuck);
        log.info("{} owners asked how their items stand, {} failed", owners.size() - failed, failed + stuck);
    }

    /** @return how many failed */
    private <T> int eachByItself(List<T> all, Consumer<T> deed, String what) {
        int failed = 0;
        for (T each : all) {
            try {
                inNewTransaction(() -> deed.accept(each));
            } catch (RuntimeException failure) {
                log.error("Cannot {} the status round of {}", what, each, failure);
                failed++;
            }
        }
        return failed;
    }

    private void inNewTransaction(Runnable work) {
        CommandExecutor commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequiresNew();
        commands.execute(context -> {
            work.run();
            return null;
        });
    }
}
