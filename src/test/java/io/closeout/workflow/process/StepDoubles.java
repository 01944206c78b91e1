package io.closeout.workflow.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;

/** Doubles for the steps of {@code remediatePoamItem}: they note that they were called, and answer what the test set. */
public final class StepDoubles {

    static final Date FIRST_NOTICE = Date.from(Instant.parse("2026-03-03T08:00:00Z"));
    static final Date NEXT_NOTICE = Date.from(Instant.parse("2026-03-10T08:00:00Z"));
    static final Date DUE = Date.from(Instant.parse("2026-04-01T08:00:00Z"));

    final List<String> called = new ArrayList<>();
    boolean triageNeeded;
    boolean planStands;
    Date nextNotice = FIRST_NOTICE;

    @Nullable
    String owner;

    StepDoubles() {
        reset();
    }

    void reset() {
        called.clear();
        triageNeeded = true;
        planStands = false;
        nextNotice = FIRST_NOTICE;
        owner = null;
    }

    Map<String, Object> byName() {
        return Map.ofEntries(
                Map.entry("proposeTriage", (JavaDelegate) execution -> {
                    called.add("proposeTriage");
                    execution.setVariable("triageNeeded", triageNeeded);
                }),
                Map.entry("triageItem", listener("triageItem")),
                Map.entry("submitPlan", listener("submitPlan")),
                Map.entry("signOffDate", listener("signOffDate")),
                Map.entry("reportFixed", listener("reportFixed")),
                Map.entry("verifyFix", listener("verifyFix")),
                Map.entry("confirmClosure", listener("confirmClosure")),
                Map.entry("recordClosure", (JavaDelegate) execution -> called.add("recordClosure")),
                Map.entry("tellPeople", (JavaDelegate) execution -> called.add("tellPeople")),
                Map.entry("deadline", new Deadline()),
                Map.entry("plan", new PlanState()),
                Map.entry("assignment", new Assignment()));
    }

    private TaskListener listener(String name) {
        return task -> called.add(name);
    }

    /** Public for the engine's expressions. */
    public final class Deadline {

        public Date nextNotice(DelegateExecution execution) {
            return nextNotice;
        }

        public Date due(DelegateExecution execution) {
            return DUE;
        }

        public int taskPriority(DelegateExecution execution) {
            return 75;
        }
    }

    /** Public for the engine's expressions. */
    public final class PlanState {

        public boolean stands(DelegateExecution execution) {
            return planStands;
        }
    }

    /** Public for the engine's expressions. */
    public final class Assignment {

        public @Nullable String owner(DelegateExecution execution) {
            return owner;
        }

        public String ownerGroup(DelegateExecution execution) {
            return "ot-team";
        }
    }
}
