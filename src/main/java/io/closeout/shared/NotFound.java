package io.closeout.shared;

/** What was asked for does not exist, or not for this person. HTTP 404. */
public class NotFound extends RuntimeException {

    private NotFound(String message) {
        super(message);
    }

    /** {@code NotFound.of("POA&M item", "POA-2026-001")} */
    public static NotFound of(String what, Object id) {
        return new NotFound("There is no " + what + " " + id + ".");
    }
}
