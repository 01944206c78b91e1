package io.closeout.workflow.models;

/** Where the deployed version of a model comes from. */
public enum Origin {
    /** As it came with the program, or with the folder {@code closeout.models}. */
    SHIPPED,
    /** An analyst changed it; what is shipped is what was shipped then. */
    CHANGED,
    /** An analyst changed it, and what is shipped is another one than the analyst started from. */
    NEWER_SHIPPED,
    /** An analyst's own; nothing of its name is shipped. */
    OWN;

    /** Whether there is a shipped model that could take its place. */
    public boolean canBeReplaced() {
        return this == CHANGED || this == NEWER_SHIPPED;
    }
}
