package io.closeout.review.web;

import io.closeout.access.Person;
import io.closeout.register.PoamId;
import io.closeout.register.PoamItem;
import io.closeout.register.Register;
import io.closeout.review.vendor.VendorDependencies;
import io.closeout.web.ItemPanel;
import io.closeout.web.Panel;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whom an item waits for, on its page, and the way to write down what the vendor says. */
@Component
class VendorPanel implements ItemPanel {

    private final VendorLines lines;
    private final VendorDependencies vendors;
    private final Register register;

    VendorPanel(VendorLines lines, VendorDependencies vendors, Register register) {
        this.lines = lines;
        this.vendors = vendors;
        this.register = register;
    }

    @Override
    public int order() {
        return 11;
    }

    @Override
    public Panel panel(String itemId, Person viewer) {
        PoamItem item = register.get(new PoamId(itemId));
        Map<String, Object> model = new HashMap<>();
        model.put("item", itemId);
        model.put("waits", lines.of(item.id()));
        model.put("mayCheckIn", vendors.mayCheckIn(item, viewer.through("page")));
        item.vendorWaitUntil().ifPresent(until -> model.put("until", until));
        return new Panel("review/panel-vendor", model);
    }
}
