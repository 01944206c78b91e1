package io.closeout.register.web;

import io.closeout.access.Person;
import io.closeout.register.ItemFilter;
import io.closeout.register.ItemSearch;
import io.closeout.web.HomePanel;
import io.closeout.web.Panel;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What was fixed and verified of late. What is accepted is not: it lives on. */
@Component
class RecentlyClosedPanel implements HomePanel {

    private final ItemSearch search;

    RecentlyClosedPanel(ItemSearch search) {
        this.search = search;
    }

    @Override
    public Column column() {
        return Column.PLAN_OF_ACTION;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Optional<Panel> panel(Person viewer) {
        return ItemListPanel.of(
                "closed", search, ItemFilter.CLOSED, "closedOn,desc", "/items?status=closed&sort=closedOn,desc");
    }
}
