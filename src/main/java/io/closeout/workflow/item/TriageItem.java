package io.closeout.workflow.item;

import io.closeout.access.Actor;
import io.closeout.policy.Track;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.register.TriageDecision;
import io.closeout.shared.Refused;
import io.closeout.shared.Severity;
import io.closeout.workflow.Acting;
import io.closeout.workflow.Answers;
import io.closeout.workflow.Step;
import io.closeout.workflow.TaskForms;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** The ISSM confirms or corrects what the tables propose. */
@Step("triageItem")
class TriageItem extends TaskStep {

    private final Register register;

    TriageItem(Register register, Acting acting) {
        super(acting);
        this.register = register;
    }

    @Override
    void complete(PoamId item, Answers answers, Actor by, DelegateTask task) {
        Severity priority = Optional.ofNullable(answers.choice(TaskForms.PRIORITY, Severity.class, "priority"))
                .orElseThrow(() -> Refused.because("Choose a priority."));
        Track track = Optional.ofNullable(answers.choice(TaskForms.TRACK, Track.class, "track"))
                .orElse(register.get(item).track());
        String group = answers.requiredText(TaskForms.OWNER_GROUP, "Choose the group that is to work this item.");
        register.triage(
                item,
                new TriageDecision(
                        priority, track, group, answers.text(TaskForms.OWNER_ID), answers.text(TaskForms.NOTE)),
                by);
    }
}
