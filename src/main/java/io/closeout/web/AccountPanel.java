package io.closeout.web;

import io.closeout.access.Person;

/** What a module lets people choose on the page of their own account. */
public interface AccountPanel {

    Panel panel(Person viewer);
}
