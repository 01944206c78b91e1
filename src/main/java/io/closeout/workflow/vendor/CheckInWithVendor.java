package io.closeout.workflow.vendor;

import io.closeout.review.vendor.CheckIn;
import io.closeout.review.vendor.VendorDependencies;
import io.closeout.review.vendor.VendorOutcome;
import io.closeout.workflow.Acting;
import io.closeout.workflow.Answers;
import io.closeout.workflow.FollowVendor;
import io.closeout.workflow.Step;
import io.closeout.workflow.approval.RequestOf;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** The owner asked the vendor and writes the answer down. */
@Step("checkInWithVendor")
class CheckInWithVendor implements TaskListener {

    private final VendorDependencies vendors;
    private final Acting acting;

    CheckInWithVendor(VendorDependencies vendors, Acting acting) {
        this.vendors = vendors;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        long request = RequestOf.execution(task.getExecution());
        boolean awaited = vendors.checkIn(request, told(new Answers(task)), acting.current("process"));
        task.getExecution().setVariable(FollowVendor.VARIABLE_FIX_AWAITED, awaited);
    }

    private static CheckIn told(Answers answers) {
        return CheckIn.told(
                answers.date(FollowVendor.ASKED_ON, "day on which you asked"),
                answers.choice(FollowVendor.OUTCOME, VendorOutcome.class, "outcome"),
                answers.text(FollowVendor.ANSWER),
                answers.date(FollowVendor.EXPECTED_RELEASE, "expected release"),
                answers.date(FollowVendor.RELEASED_ON, "day of the release"),
                answers.text(FollowVendor.LINK));
    }
}
