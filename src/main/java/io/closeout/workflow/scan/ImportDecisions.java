package io.closeout.workflow.scan;

import io.closeout.access.Actor;
import io.closeout.intake.Scan;
import io.closeout.intake.Scan.Verdict;
import io.closeout.intake.Scans;
import io.closeout.shared.Refused;
import io.closeout.workflow.Acting;
import io.closeout.workflow.ImportScan;
import io.closeout.workflow.TaskForms;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides about a held import for pages and programs: the task is completed as the person, with the answers of its form. */
@Service
public class ImportDecisions {

    private final TaskService tasks;
    private final Scans scans;
    private final Acting acting;

    ImportDecisions(TaskService tasks, Scans scans, Acting acting) {
        this.tasks = tasks;
        this.scans = scans;
        this.acting = acting;
    }

    /** @throws Refused if the import does not wait, or the decision is not this person's */
    @Transactional
    public void decide(long scanId, Verdict verdict, @Nullable String reason, Actor by) {
        Scan scan = scans.get(scanId);
        Task task = task(scanId)
                .orElseThrow(() -> Refused.because("Import " + scanId + " does not wait for a decision: its state is "
                        + scan.state().label() + "."));
        acting.as(
                by,
                () -> tasks.complete(
                        task.getId(),
                        Map.of(TaskForms.DECISION, verdict.word(), TaskForms.REASON, reason == null ? "" : reason)));
    }

    private Optional<Task> task(long scanId) {
        return acting.asEngine(() -> Optional.ofNullable(tasks.createTaskQuery()
                .processInstanceBusinessKey(Long.toString(scanId))
                .processDefinitionKey(ImportScan.KEY)
                .taskDefinitionKey(ImportScan.TASK_DECIDE)
                .singleResult()));
    }
}
