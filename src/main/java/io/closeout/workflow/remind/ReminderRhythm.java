package io.closeout.workflow.remind;

import io.closeout.access.PolicyCalendar;
import io.closeout.policy.TaskReminders;
import io.closeout.policy.TaskReminders.Reminder;
import io.closeout.workflow.Step;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** {@code ${reminder.cycle(execution)}}: when the timer at a task fires. */
@Step("reminder")
public class ReminderRhythm {

    private static final int MORNING = 8;
    /** Without a row the timer still needs a date. */
    private static final int NEVER_DAYS = 3650;

    private final TaskReminders table;
    private final PolicyCalendar calendar;

    ReminderRhythm(TaskReminders table, PolicyCalendar calendar) {
        this.table = table;
        this.calendar = calendar;
    }

    /** ISO 8601: from the morning of the first reminder on, as often as the rows together need. */
    public String cycle(DelegateExecution execution) {
        String process = ((ExecutionEntity) execution).getProcessDefinition().getKey();
        List<Reminder> rows = table.of(process, execution.getCurrentActivityId());
        int first = rows.stream().mapToInt(Reminder::afterDays).min().orElse(NEVER_DAYS);
        int step = days(rows, first).reduce(0, ReminderRhythm::greatestCommon);
        return "R/%s/P%dD".formatted(morningOf(calendar.today().plusDays(first)), step == 0 ? NEVER_DAYS : step);
    }

    private static IntStream days(List<Reminder> rows, int first) {
        return rows.stream().flatMapToInt(row -> IntStream.of(row.everyDays(), row.afterDays() - first));
    }

    private static int greatestCommon(int one, int other) {
        return BigInteger.valueOf(one).gcd(BigInteger.valueOf(other)).intValueExact();
    }

    private Instant morningOf(LocalDate date) {
        return calendar.startOf(date).plus(MORNING, ChronoUnit.HOURS);
    }
}
