package io.closeout.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.shared.Refused;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class OvertakenRetryTest {

    private static final SubmitTaskFormCmd COMPLETE = new SubmitTaskFormCmd("task", Map.of(), false, false);

    private final Deque<RuntimeException> failures = new ArrayDeque<>();
    private final OvertakenRetry retry = new OvertakenRetry();
    private int tries;

    OvertakenRetryTest() {
        retry.setNext(new CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                tries++;
                if (!failures.isEmpty()) {
                    throw failures.pop();
                }
                return null;
            }
        });
    }

    @AfterEach
    void noTransaction() {
        TransactionSynchronizationManager.setActualTransactionActive(false);
    }

    @Test
    void completesAgainWhatATimerOvertook() {
        failures.addAll(List.of(
                new OptimisticLockingException("Entity was updated by another transaction"),
                new ProcessEngineException("Wrapped", new CannotAcquireLockException("Deadlock"))));

        retry.execute(COMPLETE);

        assertThat(tries).isEqualTo(3);
    }

    @Test
    void takesATaskAgain() {
        failures.add(new OptimisticLockingException("Entity was updated by another transaction"));

        retry.execute(new ClaimTaskCmd("task", "it"));

        assertThat(tries).isEqualTo(2);
    }

    @Test
    void saysAtOnceWhatIsRefused() {
        failures.add(Refused.because("The plan names no owner."));

        assertThatThrownBy(() -> retry.execute(COMPLETE)).isInstanceOf(Refused.class);
        assertThat(tries).isEqualTo(1);
    }

    @Test
    void givesUpOneDay() {
        for (int i = 0; i < OvertakenRetry.MOST_TRIES; i++) {
            failures.add(new OptimisticLockingException("Entity was updated by another transaction"));
        }

        assertThatThrownBy(() -> retry.execute(COMPLETE)).isInstanceOf(OptimisticLockingException.class);
        assertThat(tries).isEqualTo(OvertakenRetry.MOST_TRIES);
    }

    @Test
    void leavesWhatIsPartOfALargerTransaction() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        failures.add(new OptimisticLockingException("Entity was updated by another transaction"));

        assertThatThrownBy(() -> retry.execute(COMPLETE)).isInstanceOf(OptimisticLockingException.class);
    }

    /** The job executor has its own way to try again. */
    @Test
    void leavesWhatIsNobodysCommand() {
        failures.add(new OptimisticLockingException("Entity was updated by another transaction"));

        assertThatThrownBy(() -> retry.execute(context -> null)).isInstanceOf(OptimisticLockingException.class);
        assertThat(tries).isEqualTo(1);
    }
}
