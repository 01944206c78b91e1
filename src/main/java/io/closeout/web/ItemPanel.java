package io.closeout.web;

import io.closeout.access.Person;

/** What a module shows on the page of a POA&amp;M item, which the register collects. */
public interface ItemPanel {

    /** From 0 (top); leave gaps. */
    int order();

    Panel panel(String itemId, Person viewer);
}
