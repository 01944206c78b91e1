package io.closeout.review.web;

import io.closeout.access.Person;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.review.acceptance.AcceptanceRequests;
import io.closeout.review.acceptance.Acceptances;
import io.closeout.review.approval.Askers;
import io.closeout.web.ItemPanel;
import io.closeout.web.Panel;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The acceptance of the item's risk on its page, and the way to ask for one. */
@Component
class AcceptancePanel implements ItemPanel {

    private final AcceptanceViews views;
    private final AcceptanceRequests requests;
    private final Acceptances acceptances;
    private final Register register;

    AcceptancePanel(AcceptanceViews views, AcceptanceRequests requests, Acceptances acceptances, Register register) {
        this.views = views;
        this.requests = requests;
        this.acceptances = acceptances;
        this.register = register;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Panel panel(String itemId, Person viewer) {
        PoamItem item = register.get(new PoamId(itemId));
        return new Panel(
                "review/panel-acceptance",
                Map.of(
                        "item", itemId,
                        "views", views.of(item.id()),
                        "inForce", acceptances.inForce(item.id()).isPresent(),
                        "worksOn", Askers.mayAsk(item, viewer.through("page")),
                        "mayAsk", requests.mayAsk(item, viewer.through("page"))));
    }
}
