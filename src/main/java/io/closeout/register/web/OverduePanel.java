package io.closeout.register.web;

import io.closeout.access.Person;
import io.closeout.register.ItemFilter;
import io.closeout.register.ItemSearch;
import io.closeout.web.HomePanel;
import io.closeout.web.Panel;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The most overdue items first. */
@Component
class OverduePanel implements HomePanel {

    private final ItemSearch search;

    OverduePanel(ItemSearch search) {
        this.search = search;
    }

    @Override
    public Column column() {
        return Column.PLAN_OF_ACTION;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Optional<Panel> panel(Person viewer) {
        return ItemListPanel.of("overdue", search, ItemFilter.OVERDUE, "due", "/items?overdue=true&sort=due");
    }
}
