package io.closeout.review.web;

import io.closeout.register.ItemSupplement;
import io.closeout.register.PoamId;
import io.closeout.review.status.StatusUpdates;
import java.util.List;
import org.springframework.stereotype.Component;

/** The words on an item, newest first, in what the API tells of it. */
@Component
class StatusSupplement implements ItemSupplement {

    private final StatusUpdates updates;

    StatusSupplement(StatusUpdates updates) {
        this.updates = updates;
    }

    @Override
    public String name() {
        return "statusUpdates";
    }

    @Override
    public List<StatusDocument> of(PoamId item) {
        return updates.of(item).stream().map(StatusDocument::of).toList();
    }
}
