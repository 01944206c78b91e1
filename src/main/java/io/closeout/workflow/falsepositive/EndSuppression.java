package io.closeout.workflow.falsepositive;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.notify.Notices;
import io.closeout.register.Register;
import io.closeout.review.falsepositive.FalsePositiveRequest;
import io.closeout.review.falsepositive.FalsePositiveRequests;
import io.closeout.workflow.Step;
import io.closeout.workflow.approval.RequestOf;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The last day of a false positive is over: later imports bring back what it kept away, and the ISSM hears so. */
@Step("endSuppression")
class EndSuppression implements JavaDelegate {

    private final FalsePositiveRequests requests;
    private final Register register;
    private final Notices notices;
    private final PolicyCalendar calendar;

    EndSuppression(FalsePositiveRequests requests, Register register, Notices notices, PolicyCalendar calendar) {
        this.requests = requests;
        this.register = register;
        this.notices = notices;
        this.calendar = calendar;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FalsePositiveRequest request = requests.get(RequestOf.execution(execution));
        requests.expire(request.id(), Actor.system("process"));
        notices.tell(
                request.item().subject(),
                "falsePositiveEnded",
                calendar.today(),
                Group.ISSM.id(),
                "%s counted as a false positive until %s. %s"
                        .formatted(request.item(), request.claim().until(), next(request)));
    }

    private String next(FalsePositiveRequest request) {
        return register.get(request.item()).weaknessId().isPresent()
                ? "The next scan that finds it brings it back for a fresh look."
                : "No scan brings it back: look whether that still holds, and enter it anew if not.";
    }
}
