package io.closeout.review.approval;

/** A request was granted or refused for good. Published synchronously in the transaction of the last decision. */
public record RequestDecided(ApprovalRequest request) {

    /** Why, in the words of who decided last; empty if nothing was said. */
    public String words() {
        String reason =
                request.signatures().get(request.signatures().size() - 1).reason();
        return reason == null ? "" : reason;
    }
}
