package io.closeout.register.web;

import io.closeout.access.Person;
import io.closeout.register.ItemFilter;
import io.closeout.register.ItemSearch;
import io.closeout.web.HomePanel;
import io.closeout.web.Panel;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the viewer owns and has to bring to its end. */
@Component
class MyItemsPanel implements HomePanel {

    private final ItemSearch search;

    MyItemsPanel(ItemSearch search) {
        this.search = search;
    }

    @Override
    public Column column() {
        return Column.NEEDS_YOU;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<Panel> panel(Person viewer) {
        return ItemListPanel.of(
                "mine", search, ItemFilter.OPEN.withOwner(viewer.id()), "due", "/items?sort=due&owner=" + viewer.id());
    }
}
