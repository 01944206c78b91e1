package io.closeout.workflow.acceptance;

import io.closeout.access.Actor;
import io.closeout.review.acceptance.AcceptanceRequests;
import io.closeout.review.acceptance.Control;
import io.closeout.review.acceptance.RiskAcceptance;
import io.closeout.review.acceptance.RiskLevel;
import io.closeout.review.acceptance.WantedAcceptance;
import io.closeout.shared.Severity;
import io.closeout.workflow.AcceptRisk;
import io.closeout.workflow.Acting;
import io.closeout.workflow.Answers;
import io.closeout.workflow.Step;
import io.closeout.workflow.approval.RequestOf;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** The owner asks for another term, with what the form holds and the controls that still hold, or lets the acceptance end. */
@Step("renewAcceptance")
class RenewAcceptance implements TaskListener {

    private final AcceptanceRequests requests;
    private final Acting acting;

    RenewAcceptance(AcceptanceRequests requests, Acting acting) {
        this.requests = requests;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        Answers answers = new Answers(task);
        Actor by = acting.current("process");
        RiskAcceptance old = requests.get(RequestOf.execution(task.getExecution()));
        if (answers.isYes(AcceptRisk.FIELD_RENEW, "yes", "no")) {
            requests.ask(old.item(), anotherTerm(old, answers), by);
        } else {
            requests.letEnd(old.id(), by);
        }
    }

    private static WantedAcceptance anotherTerm(RiskAcceptance old, Answers answers) {
        return WantedAcceptance.asked(
                old.kind(),
                answers.text(AcceptRisk.FIELD_JUSTIFICATION),
                answers.choice(AcceptRisk.FIELD_LIKELIHOOD, RiskLevel.class, "likelihood"),
                answers.choice(AcceptRisk.FIELD_IMPACT, RiskLevel.class, "impact"),
                answers.choice(AcceptRisk.FIELD_RESIDUAL, Severity.class, "residual rating"),
                old.controls().stream()
                        .filter(Control::holds)
                        .map(Control::wanted)
                        .toList(),
                answers.date(AcceptRisk.FIELD_UNTIL, "end of the acceptance"),
                old.wanted().monthly(),
                old.wanted().notFeasible(),
                old.wanted().sspText());
    }
}
