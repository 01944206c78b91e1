package io.closeout.review.approval;

/** What is asked for. */
public enum RequestKind {
    EXTENSION("request for more time", "extension"),
    ACCEPTANCE("request to accept the risk", "acceptance"),
    FALSE_POSITIVE("request to confirm a false positive", "falsePositive");

    private final String label;
    private final String word;

    RequestKind(String label, String word) {
        this.label = label;
        this.word = word;
    }

    /** Such as "request for more time". */
    public String label() {
        return label;
    }

    /** What the ledger's kinds of events begin with: {@code extensionAsked}, {@code extensionApproved} … */
    public String event(String what) {
        return word + what;
    }
}
