package io.closeout.review.web;

import io.closeout.access.Person;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.review.status.StatusUpdates;
import io.closeout.web.ItemPanel;
import io.closeout.web.Panel;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How an item stands, on its page, and the way to say so. */
@Component
class StatusPanel implements ItemPanel {

    private final StatusLines lines;
    private final StatusUpdates updates;
    private final Register register;

    StatusPanel(StatusLines lines, StatusUpdates updates, Register register) {
        this.lines = lines;
        this.updates = updates;
        this.register = register;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Panel panel(String itemId, Person viewer) {
        PoamId id = new PoamId(itemId);
        return new Panel(
                "review/panel-status",
                Map.of(
                        "item", itemId,
                        "words", lines.of(id),
                        "mayGive", updates.mayGive(register.get(id), viewer.through("page"))));
    }
}
