package io.closeout.workflow.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import io.closeout.review.acceptance.AcceptanceReviews;
import io.closeout.review.acceptance.ReviewAnswer;
import io.closeout.shared.Refused;
import io.closeout.workflow.AcceptRisk;
import io.closeout.workflow.Acting;
import io.closeout.workflow.Answers;
import io.closeout.workflow.Step;
import io.closeout.workflow.TaskForms;
import io.closeout.workflow.approval.RequestOf;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** What the ISSM, or leadership, says who looked at an acceptance again; the review knows whose turn it is. */
@Step("reviewAcceptance")
class ReviewAcceptance implements TaskListener {

    private final AcceptanceReviews reviews;
    private final Acting acting;

    ReviewAcceptance(AcceptanceReviews reviews, Acting acting) {
        this.reviews = reviews;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        Answers answers = new Answers(task);
        ReviewAnswer answer = new ReviewAnswer(
                answers.isYes(AcceptRisk.FIELD_STANDS, "keep", "end"),
                answers.text(TaskForms.REASON),
                controls(answers),
                answers.text(AcceptRisk.FIELD_SEEN));
        ReviewAnswer.Outcome outcome =
                reviews.decide(RequestOf.execution(task.getExecution()), answer, acting.current("process"));
        task.getExecution().setVariable(AcceptRisk.VARIABLE_REVIEW, word(outcome));
    }

    /** By number, whether it holds. */
    private static Map<Integer, Boolean> controls(Answers answers) {
        Map<Integer, Boolean> held = new LinkedHashMap<>();
        answers.list(AcceptRisk.FIELD_CONTROLS, "answers on compensating controls")
                .forEach(row -> held.put(number(row), holds(row)));
        return held;
    }

    private static int number(JsonNode row) {
        String number = row.path(AcceptRisk.FIELD_CONTROL_NUMBER).asText("");
        if (!number.matches("\\d{1,4}")) {
            throw Refused.because("\"" + number + "\" is not the number of a compensating control.");
        }
        return Integer.parseInt(number);
    }

    private static boolean holds(JsonNode row) {
        String answer = row.path(AcceptRisk.FIELD_CONTROL_ANSWER).asText("");
        return switch (answer) {
            case "holds" -> true;
            case "lapsed" -> false;
            default -> throw Refused.because("Say of each compensating control whether it holds: holds or lapsed.");
        };
    }

    private static String word(ReviewAnswer.Outcome outcome) {
        return switch (outcome) {
            case STANDS -> AcceptRisk.STANDS;
            case LEADERSHIP -> AcceptRisk.LEADERSHIP_AS_WELL;
            case ENDED -> AcceptRisk.ENDED;
        };
    }
}
