package io.closeout.exchange.web;

import io.closeout.access.Person;
import io.closeout.exchange.WorkbookDesk;
import io.closeout.register.PoamId;
import io.closeout.web.ItemPanel;
import io.closeout.web.Panel;
import java.util.Map;
import org.springframework.stereotype.Component;

/** On the page of an item that came from a workbook: the row as it stood there. */
@Component
class OriginPanel implements ItemPanel {

    private static final String TEMPLATE = "exchange/panel-origin";

    private final WorkbookDesk desk;

    OriginPanel(WorkbookDesk desk) {
        this.desk = desk;
    }

    @Override
    public int order() {
        return 7;
    }

    @Override
    public Panel panel(String itemId, Person viewer) {
        return desk.origin(new PoamId(itemId))
                .map(row -> new Panel(TEMPLATE, Map.of("row", row)))
                .orElseGet(() -> new Panel(TEMPLATE, Map.of()));
    }
}
