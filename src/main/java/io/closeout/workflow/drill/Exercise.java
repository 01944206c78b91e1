package io.closeout.workflow.drill;

import java.time.LocalDate;
import java.util.List;

/**
 * What the clocks of one process owe people. Another process joins the drill with one more bean of this kind, in the profile
 * {@code drill}; cases that people must play for it stand in {@code drill/portfolio.json}.
 */
interface Exercise {

    /** As a headline, such as {@code Items are held to their deadline}. */
    String title();

    /**
     * What must happen on this day, reckoned before anybody works from how things stand and from the rows of the tables. It must not
     * ask the code that makes it happen.
     */
    List<Expected> on(LocalDate day);

    /** What people do on this day that concerns no item of the portfolio. */
    default void work(LocalDate day) {}
}
