package io.closeout.workflow.item;

import com.fasterxml.jackson.databind.JsonNode;
import io.closeout.access.Actor;
import io.closeout.register.Plan;
import io.closeout.register.Plan.PlannedMilestone;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import io.closeout.workflow.Acting;
import io.closeout.workflow.Answers;
import io.closeout.workflow.Step;
import io.closeout.workflow.TaskForms;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** Hands a plan to the register, which refuses an incomplete one. */
@Step("submitPlan")
class SubmitPlan extends TaskStep {

    private final Register register;

    SubmitPlan(Register register, Acting acting) {
        super(acting);
        this.register = register;
    }

    @Override
    void complete(PoamId item, Answers answers, Actor by, DelegateTask task) {
        List<PlannedMilestone> milestones = answers.list(TaskForms.MILESTONES, "milestones").stream()
                .filter(each -> !each.path(TaskForms.MILESTONE_DESCRIPTION)
                                .asText("")
                                .isBlank()
                        || !each.path(TaskForms.MILESTONE_DUE).asText("").isBlank())
                .map(SubmitPlan::milestone)
                .toList();
        register.submitPlan(
                item,
                new Plan(
                        answers.text(TaskForms.OWNER_ID),
                        answers.number(TaskForms.ESTIMATED_HOURS, "estimated hours"),
                        answers.text(TaskForms.RESOURCES),
                        answers.text(TaskForms.REMEDIATION_PLAN),
                        milestones,
                        answers.date(TaskForms.PLANNED_COMPLETION, "planned completion"),
                        answers.choice(TaskForms.RESIDUAL_RISK, Severity.class, "residual risk"),
                        answers.text(TaskForms.COMMENTS)),
                by);
    }

    private static PlannedMilestone milestone(JsonNode sent) {
        String description =
                sent.path(TaskForms.MILESTONE_DESCRIPTION).asText("").strip();
        LocalDate due = Answers.parsedDate(sent.path(TaskForms.MILESTONE_DUE).asText(""), "date of the milestone");
        if (due == null) {
            throw Refused.because("The milestone \"" + description + "\" has no date.");
        }
        return new PlannedMilestone(description, due);
    }
}
