package io.closeout.register;

import io.closeout.policy.Track;
import io.closeout.shared.Refused;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether an item may leave the assessment track. */
@Component
class TrackHolds {

    private final List<TrackHold> holds;

    TrackHolds(List<TrackHold> holds) {
        this.holds = holds;
    }

    void mustBeFreeFor(Track wanted, PoamItem item) {
        if (item.track() != Track.ASSESSMENT || wanted == Track.ASSESSMENT) {
            return;
        }
        holds.stream()
                .map(each -> each.of(item))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(why -> {
                    throw Refused.because(why);
                });
    }
}
