package io.closeout.workflow.approval;

import io.closeout.access.PolicyCalendar;
import io.closeout.notify.Notices;
import io.closeout.review.approval.ApprovalRequest;
import io.closeout.review.approval.ApprovalState;
import io.closeout.review.approval.RequestDecided;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever asked what became of it. */
@Component
class TellAsker {

    private final Notices notices;
    private final PolicyCalendar calendar;

    TellAsker(Notices notices, PolicyCalendar calendar) {
        this.notices = notices;
        this.calendar = calendar;
    }

    @EventListener
    void on(RequestDecided decided) {
        ApprovalRequest request = decided.request();
        notices.tell(
                request.item().subject(),
                request.state() == ApprovalState.APPROVED ? "requestApproved" : "requestRefused",
                calendar.today(),
                request.askedBy(),
                text(decided));
    }

    private static String text(RequestDecided decided) {
        ApprovalRequest request = decided.request();
        String said = decided.words().isEmpty() ? "." : ": " + decided.words();
        return "%s: your %s is %s%s"
                .formatted(
                        request.item(),
                        request.kind().label(),
                        request.state().label().toLowerCase(Locale.ROOT),
                        said);
    }
}
