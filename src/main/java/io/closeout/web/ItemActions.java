package io.closeout.web;

import io.closeout.access.Person;
import java.util.List;

/** What a module can do with items that are chosen on the register page, which collects it. */
public interface ItemActions {

    /** @param id sent as {@code action} to {@code /items/bulk} */
    record Action(String id, String label) {}

    /** In the order of the list; empty for who can do nothing. */
    List<Action> of(Person viewer);
}
