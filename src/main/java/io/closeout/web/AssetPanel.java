package io.closeout.web;

import io.closeout.access.Person;

/** What a module shows on the page of an asset, which the register collects. */
public interface AssetPanel {

    /** From 0 (top); leave gaps. */
    int order();

    Panel panel(long assetId, Person viewer);
}
