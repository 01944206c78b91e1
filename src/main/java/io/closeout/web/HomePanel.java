package io.closeout.web;

import io.closeout.access.Person;
import java.util.Optional;

/** What a module shows on the home page. Every bean of this type is asked, column by column, in {@link #order()}. */
public interface HomePanel {

    /** On a narrow screen the first stands above the second. */
    enum Column {
        NEEDS_YOU,
        PLAN_OF_ACTION
    }

    Column column();

    /** From 0 (top); leave gaps. */
    int order();

    /** Empty when there is nothing that this person should see. */
    Optional<Panel> panel(Person viewer);
}
