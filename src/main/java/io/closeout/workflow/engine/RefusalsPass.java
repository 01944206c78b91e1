package io.closeout.workflow.engine;

import io.closeout.shared.NotFound;
import io.closeout.shared.Refused;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;

/** Takes a step's refusal out of the engine's wrapping, so that every edge sees our exception and our words. */
class RefusalsPass extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException failure) {
            RuntimeException ours = ours(failure);
            throw ours == null ? failure : ours;
        }
    }

    private static @Nullable RuntimeException ours(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused || cause instanceof NotFound) {
                return (RuntimeException) cause;
            }
        }
        return null;
    }
}
