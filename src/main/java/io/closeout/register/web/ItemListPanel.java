package io.closeout.register.web;

import io.closeout.register.ItemFilter;
import io.closeout.register.ItemSearch;
import io.closeout.register.ItemSummary;
import io.closeout.shared.Page;
import io.closeout.shared.PageRequest;
import io.closeout.web.Panel;
import java.util.Map;
import java.util.Optional;

/** A panel of the home page with the first items of a list and the way to the others. */
final class ItemListPanel {

    private static final int MOST = 10;

    private ItemListPanel() {}

    /**
     * @param name of the message keys {@code home.<name>.…}
     * @param all address of the whole list
     */
    static Optional<Panel> of(String name, ItemSearch search, ItemFilter filter, String sort, String all) {
        Page<ItemSummary> items = search.find(filter, new PageRequest(0, MOST, sort));
        return items.total() == 0
                ? Optional.empty()
                : Optional.of(new Panel("register/panel-items", Map.of("name", name, "items", items, "all", all)));
    }
}
