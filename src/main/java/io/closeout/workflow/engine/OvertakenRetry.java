package io.closeout.workflow.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Whoever completes or takes a task in the moment in which one of the item's timers fires does not hear of it: all was rolled back, and it
 * is done once more. As part of a larger transaction it is not, since that is lost as a whole.
 */
class OvertakenRetry extends CommandInterceptor {

    static final int MOST_TRIES = 5;

    private static final Logger log = LoggerFactory.getLogger(OvertakenRetry.class);

    @Override
    public <T> T execute(Command<T> command) {
        boolean again = isOfAPerson(command) && !isPartOfMore();
        for (int tries = 1; again && tries < MOST_TRIES; tries++) {
            try {
                return next.execute(command);
            } catch (RuntimeException failure) {
                if (!wasOvertaken(failure)) {
                    throw failure;
                }
                log.debug("Overtaken, try {}", tries, failure);
            }
        }
        return next.execute(command);
    }

    private static boolean isOfAPerson(Command<?> command) {
        return command instanceof SubmitTaskFormCmd || command instanceof ClaimTaskCmd;
    }

    private static boolean isPartOfMore() {
        return Context.getCommandContext() != null || TransactionSynchronizationManager.isActualTransactionActive();
    }

    private static boolean wasOvertaken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException || cause instanceof ConcurrencyFailureException) {
                return true;
            }
        }
        return false;
    }
}
