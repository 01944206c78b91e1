package io.closeout.workflow.process;

import static io.closeout.workflow.CollectStatus.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CollectStatusProcessTest {

    private static final Date MORNING = Date.from(Instant.parse("2026-11-23T13:00:00Z"));
    private static final List<String> COLLECTED = new ArrayList<>();

    @RegisterExtension
    static final BareEngine ENGINE = new BareEngine(
            KEY,
            Map.of(
                    "collectStatus",
                    (JavaDelegate) execution -> COLLECTED.add(execution.getProcessBusinessKey()),
                    "statusCollection",
                    new StatusCollection()));

    @Test
    void asksOwnersOnTheMorningOfItsDayAndIsOver() {
        ENGINE.start("2026-11-23", Map.of());
        assertThat(ENGINE.jobs()).singleElement().satisfies(job -> assertThat(job.getDuedate())
                .isEqualTo(MORNING));
        assertThat(COLLECTED).isEmpty();

        ENGINE.run(ENGINE.jobs().get(0));

        assertThat(COLLECTED).containsExactly("2026-11-23");
        ENGINE.hasPassed(
                "StartEvent_CollectionPlanned",
                "Timer_CollectionMorning",
                "ServiceTask_CollectStatus",
                "EndEvent_StatusCollected");
        ENGINE.hasEnded();
    }

    /** Public for the engine's expressions. */
    public static final class StatusCollection {

        public Date morning(DelegateExecution execution) {
            return MORNING;
        }
    }
}
