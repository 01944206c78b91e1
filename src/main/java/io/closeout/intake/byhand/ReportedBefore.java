package io.closeout.intake.byhand;

import io.closeout.register.PoamId;
import io.closeout.shared.Refused;

/** The entry was reported already. */
public final class ReportedBefore extends Refused {

    private final PoamId first;

    ReportedBefore(PoamId first, ReportedFinding again) {
        super("%s %s was reported already and is %s (/items/%s). Add to that item, or give this entry an id of its own."
                .formatted(
                        again.source().label(),
                        again.sourceId() == null ? "\"" + again.title() + "\"" : again.sourceId(),
                        first,
                        first));
        this.first = first;
    }

    public PoamId first() {
        return first;
    }
}
