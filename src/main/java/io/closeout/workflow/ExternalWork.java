package io.closeout.workflow;

import java.util.Map;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.jspecify.annotations.Nullable;

/**
 * Long work of one topic, done by the worker pool without a surrounding transaction. It must bear being called again
 * for the same task: after a crash another node, or this one, starts it over.
 */
public interface ExternalWork {

    /** The topic in the model; its text is the name of the work. */
    String topic();

    /**
     * @return variables that a gateway asks, may be empty
     * @throws RuntimeException a retry with growing pauses, then an incident
     */
    Map<String, Object> work(LockedExternalTask task, Heartbeat heartbeat);

    /** All tries failed, and an incident was made of it. Whoever waits for the work should be told. */
    default void gaveUp(LockedExternalTask task) {}

    /** Nothing is wrong, but the work cannot be done at the moment: it is tried again in a moment, as often as need be. */
    class NotNow extends RuntimeException {

        public NotNow(@Nullable String why) {
            super(why);
        }
    }

    /** Says that the work is alive. */
    interface Heartbeat {

        /**
         * To be called once per batch. The lock is kept without it; this is where the work learns that it is to stop.
         *
         * @throws RuntimeException if another node has taken the work over: stop at once
         */
        void beat();
    }
}
