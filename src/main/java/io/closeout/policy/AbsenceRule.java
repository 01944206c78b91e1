package io.closeout.policy;

/** What follows when a scan proves a weakness absent before anybody reported a fix. */
public record AbsenceRule(Outcome outcome, String source) {

    /** Whether the item closes by itself. */
    public enum Outcome {
        CLOSE,
        ASK_ISSM
    }
}
