package io.closeout.web.failure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, in words for whoever asked.
 *
 * @param kind part of the message keys {@code error.<kind>.title} and {@code error.<kind>.text}
 * @param text own words of the failure, in place of {@code error.<kind>.text}
 * @param problems one for each thing wrong with the request; mostly none
 * @param incident number under which the log has the cause; only for the unexpected
 */
record Failure(
        int status,
        String kind,
        @Nullable String text,
        List<Problem> problems,
        @Nullable String incident) {

    /** @param where a field or part of the request */
    record Problem(String where, String why) {}

    static Failure of(int status, String kind) {
        return new Failure(status, kind, null, List.of(), null);
    }

    static Failure saying(int status, String kind, @Nullable String text) {
        return new Failure(status, kind, text, List.of(), null);
    }

    static Failure listing(List<Problem> problems) {
        return new Failure(400, "invalid", null, problems, null);
    }

    static Failure unknown(String incident) {
        return new Failure(500, "unknown", null, List.of(), incident);
    }

    /** A status alone, such as the servlet container sets it. */
    static Failure ofStatus(int status) {
        return switch (status) {
            case 401 -> of(status, "unauthenticated");
            case 403 -> of(status, "denied");
            case 404 -> of(status, "not-found");
            case 405 -> of(status, "method");
            case 409 -> of(status, "conflict");
            case 413 -> of(status, "too-large");
            case 415 -> of(status, "media-type");
            case 503 -> of(status, "not-set-up");
            default -> of(status, status < 500 ? "broken" : "unknown");
        };
    }
}
