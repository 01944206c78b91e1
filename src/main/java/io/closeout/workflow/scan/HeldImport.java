package io.closeout.workflow.scan;

import io.closeout.access.PolicyCalendar;
import io.closeout.intake.HeldImports;
import io.closeout.policy.TaskReminders;
import io.closeout.policy.TaskReminders.Reminder;
import io.closeout.workflow.ImportScan;
import io.closeout.workflow.Step;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** {@code ${heldImport.decideBy(execution)}} and {@code ${heldImport.deciders(execution)}}: by when and by whom an import is decided. */
@Step("heldImport")
public class HeldImport {

    private static final int EVENING = 18;
    private static final int TOMORROW = 1;

    private final HeldImports held;
    private final TaskReminders table;
    private final PolicyCalendar calendar;

    HeldImport(HeldImports held, TaskReminders table, PolicyCalendar calendar) {
        this.held = held;
        this.table = table;
        this.calendar = calendar;
    }

    /** In the evening of the day of the first reminder. */
    public Date decideBy(DelegateExecution execution) {
        int days = table.of(ImportScan.KEY, ImportScan.TASK_DECIDE).stream()
                .mapToInt(Reminder::afterDays)
                .min()
                .orElse(TOMORROW);
        return Date.from(calendar.startOf(calendar.today().plusDays(days)).plus(EVENING, ChronoUnit.HOURS));
    }

    /** Whoever may decide beside the ISSM. */
    public List<String> deciders(DelegateExecution execution) {
        return Optional.ofNullable(held.deciderBesideIssm(Long.parseLong(execution.getProcessBusinessKey()))).stream()
                .toList();
    }
}
