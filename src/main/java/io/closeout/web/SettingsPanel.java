package io.closeout.web;

/** What a module lets an administrator set, on the settings page. Its form posts to a page of the module, which leads back. */
public interface SettingsPanel {

    /** From 0 (top); leave gaps. */
    int order();

    Panel panel();
}
