package io.closeout.review.web;

import io.closeout.access.PolicyCalendar;
import io.closeout.register.PoamId;
import io.closeout.register.Suppression;
import io.closeout.register.Suppressions;
import io.closeout.review.falsepositive.FalsePositiveRequest;
import io.closeout.review.falsepositive.FalsePositiveRequests;
import io.closeout.review.web.FalsePositiveView.Suppressed;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Puts names, and what became of them, to requests to confirm a false positive. */
@Component
class FalsePositiveViews {

    private final FalsePositiveRequests requests;
    private final Suppressions suppressions;
    private final SignatureLines lines;
    private final PolicyCalendar calendar;

    FalsePositiveViews(
            FalsePositiveRequests requests, Suppressions suppressions, SignatureLines lines, PolicyCalendar calendar) {
        this.requests = requests;
        this.suppressions = suppressions;
        this.lines = lines;
        this.calendar = calendar;
    }

    /** Newest first. */
    List<FalsePositiveView> of(PoamId item) {
        List<Suppression> all = suppressions.of(item);
        return requests.of(item).stream().map(request -> view(request, all)).toList();
    }

    private FalsePositiveView view(FalsePositiveRequest request, List<Suppression> all) {
        return new FalsePositiveView(
                request,
                lines.name(request.approval().askedBy()),
                lines.of(request.approval()),
                all.stream()
                        .filter(each -> Objects.equals(each.requestId(), request.id()))
                        .map(this::suppressed)
                        .toList());
    }

    private Suppressed suppressed(Suppression each) {
        return new Suppressed(
                each.id(), each.asset(), each.end(calendar.today()).orElse(null));
    }
}
