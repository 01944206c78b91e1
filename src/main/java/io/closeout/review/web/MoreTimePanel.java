package io.closeout.review.web;

import io.closeout.access.Person;
import io.closeout.register.PoamId;
import io.closeout.register.Register;
import io.closeout.review.extension.ExtensionRequests;
import io.closeout.web.ItemPanel;
import io.closeout.web.Panel;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Requests for more time on the page of their item, and the way to ask. */
@Component
class MoreTimePanel implements ItemPanel {

    private final ExtensionViews views;
    private final ExtensionRequests requests;
    private final Register register;

    MoreTimePanel(ExtensionViews views, ExtensionRequests requests, Register register) {
        this.views = views;
        this.requests = requests;
        this.register = register;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Panel panel(String itemId, Person viewer) {
        PoamId id = new PoamId(itemId);
        return new Panel(
                "review/panel-more-time",
                Map.of(
                        "item", itemId,
                        "requests", views.of(id),
                        "mayAsk", requests.mayAsk(register.get(id), viewer.through("page"))));
    }
}
