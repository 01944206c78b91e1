package io.closeout.workflow.web;

import io.closeout.access.Person;
import io.closeout.web.ItemActions;
import io.closeout.workflow.bulk.BulkAction;
import java.util.List;
import org.springframework.stereotype.Component;

/** Offers on the register page what {@link BulkPages} do. */
@Component
class BulkChoices implements ItemActions {

    @Override
    public List<Action> of(Person viewer) {
        return BulkAction.of(viewer.groups()).stream()
                .map(action -> new Action(action.name(), action.label()))
                .toList();
    }
}
