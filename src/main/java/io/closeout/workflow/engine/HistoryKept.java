package io.closeout.workflow.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevelActivity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;

/**
 * Activities, who held a task, what people did, incidents and failed jobs. Variables and decisions are left out: the
 * ledger records them once, with their reasons.
 */
class HistoryKept extends HistoryLevelActivity {

    private static final Set<HistoryEventTypes> ALSO = Set.of(
            HistoryEventTypes.IDENTITY_LINK_ADD,
            HistoryEventTypes.IDENTITY_LINK_DELETE,
            HistoryEventTypes.USER_OPERATION_LOG,
            HistoryEventTypes.INCIDENT_CREATE,
            HistoryEventTypes.INCIDENT_MIGRATE,
            HistoryEventTypes.INCIDENT_DELETE,
            HistoryEventTypes.INCIDENT_RESOLVE,
            HistoryEventTypes.INCIDENT_UPDATE,
            HistoryEventTypes.JOB_FAIL,
            HistoryEventTypes.EXTERNAL_TASK_FAIL,
            HistoryEventTypes.BATCH_START,
            HistoryEventTypes.BATCH_UPDATE,
            HistoryEventTypes.BATCH_END);

    @Override
    public int getId() {
        return 100;
    }

    @Override
    public String getName() {
        return "closeout";
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType eventType, Object entity) {
        return super.isHistoryEventProduced(eventType, entity)
                || ALSO.stream().anyMatch(kept -> kept.equals(eventType));
    }
}
