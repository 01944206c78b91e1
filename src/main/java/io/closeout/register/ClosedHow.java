package io.closeout.register;

/** What proved that an item is done. */
public enum ClosedHow {
    VERIFIED_BY_PERSON("Verified by a person"),
    VERIFIED_BY_RESCAN("Verified by rescan"),
    /** A scan proved the weakness absent before anybody reported a fix. */
    REMEDIATED_OUTSIDE_PROCESS("Remediated outside the process"),
    /** All its assets were retired: never shown as fixed. */
    ASSETS_RETIRED("Assets retired"),
    /** Another item took over its findings and goes on: nothing was fixed. */
    JOINED("Joined to another item"),
    /** It was kept elsewhere and closed there; what proved it lies there. */
    BEFORE_CLOSEOUT("Closed before it came to Closeout");

    private final String label;

    ClosedHow(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
