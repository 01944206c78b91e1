package io.closeout.workflow.cmmc;

import com.fasterxml.jackson.databind.JsonNode;
import io.closeout.assessment.AssessmentKind;
import io.closeout.assessment.Closeouts;
import io.closeout.assessment.NewCloseout;
import io.closeout.workflow.Acting;
import io.closeout.workflow.Answers;
import io.closeout.workflow.Step;
import io.closeout.workflow.TrackConditionalStatus;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** The ISSM records what a closeout assessment found. */
@Step("recordCloseout")
class RecordCloseout implements TaskListener {

    private final Closeouts closeouts;
    private final Acting acting;

    RecordCloseout(Closeouts closeouts, Acting acting) {
        this.closeouts = closeouts;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        Answers answers = new Answers(task);
        NewCloseout report = NewCloseout.reported(
                answers.choice(TrackConditionalStatus.ASSESSMENT_KIND, AssessmentKind.class, "kind of assessment"),
                answers.text(TrackConditionalStatus.ASSESSOR),
                answers.date(TrackConditionalStatus.ASSESSED_ON, "day of the closeout assessment"),
                answers.date(TrackConditionalStatus.POSTED_ON, "day of posting"),
                answers.list(TrackConditionalStatus.MET, "requirements that are met").stream()
                        .map(JsonNode::asText)
                        .collect(Collectors.toSet()),
                answers.text(TrackConditionalStatus.NOTE));
        boolean closedOut =
                closeouts.record(StatusOf.execution(task.getExecution()), report, acting.current("process"));
        task.getExecution().setVariable(TrackConditionalStatus.VARIABLE_CLOSED_OUT, closedOut);
    }
}
