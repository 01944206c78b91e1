package io.closeout.review.web;

import io.closeout.access.Person;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.review.falsepositive.FalsePositiveRequests;
import io.closeout.web.ItemPanel;
import io.closeout.web.Panel;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Requests to confirm a false positive on the page of their item, what they suppress, and the way to ask. */
@Component
class FalsePositivePanel implements ItemPanel {

    private final FalsePositiveViews views;
    private final FalsePositiveRequests requests;
    private final Register register;

    FalsePositivePanel(FalsePositiveViews views, FalsePositiveRequests requests, Register register) {
        this.views = views;
        this.requests = requests;
        this.register = register;
    }

    @Override
    public int order() {
        return 14;
    }

    @Override
    public Panel panel(String itemId, Person viewer) {
        PoamId id = new PoamId(itemId);
        return new Panel(
                "review/panel-false-positive",
                Map.of(
                        "item", itemId,
                        "requests", views.of(id),
                        "mayAsk", requests.mayAsk(register.get(id), viewer.through("page"))));
    }
}
