package io.closeout.workflow.item;

import io.closeout.register.Register;
import io.closeout.workflow.Step;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** {@code ${deadline.nextNotice(execution)}}, {@code ${deadline.due(execution)}}, {@code ${deadline.taskPriority(execution)}}. */
@Step("deadline")
public class Deadline {

    private final Register register;
    private final DeadlineDates dates;

    Deadline(Register register, DeadlineDates dates) {
        this.register = register;
        this.dates = dates;
    }

    /** When the next notice about the item is due, by the table {@code notices}. */
    public Date nextNotice(DelegateExecution execution) {
        return dates.nextNoticeAt(register.get(ItemOf.execution(execution)));
    }

    public Date due(DelegateExecution execution) {
        return dates.due(register.get(ItemOf.execution(execution)));
    }

    public int taskPriority(DelegateExecution execution) {
        return dates.taskPriority(register.get(ItemOf.execution(execution)));
    }
}
