package io.closeout.workflow.item;

import io.closeout.access.Actor;
import io.closeout.register.FixReport;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.shared.Refused;
import io.closeout.workflow.Acting;
import io.closeout.workflow.Answers;
import io.closeout.workflow.Step;
import io.closeout.workflow.TaskForms;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** The owner reports the fix; the register wants evidence for it. */
@Step("reportFixed")
class ReportFixed extends TaskStep {

    private final Register register;

    ReportFixed(Register register, Acting acting) {
        super(acting);
        this.register = register;
    }

    @Override
    void complete(PoamId item, Answers answers, Actor by, DelegateTask task) {
        Set<Integer> milestones = answers.list(TaskForms.MILESTONES_DONE, "completed milestones").stream()
                .map(each -> number(each.asText()))
                .collect(Collectors.toSet());
        register.reportFixed(
                item,
                new FixReport(
                        answers.requiredText(TaskForms.WORK_DONE, "Describe the work that was done."),
                        answers.date(TaskForms.FIXED_ON, "date of the fix"),
                        milestones),
                by);
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,4}")) {
            throw Refused.because("\"" + text + "\" is not the number of a milestone.");
        }
        return Integer.parseInt(text);
    }
}
