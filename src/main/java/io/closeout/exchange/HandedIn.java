package io.closeout.exchange;

import io.closeout.exchange.reader.Layout;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A workbook that was handed in. */
public record HandedIn(
        long id,
        String scopeId,
        String fileName,
        String fileDigest,
        Layout layout,
        WorkbookState state,
        String receivedBy,
        Instant receivedAt,
        @Nullable Decided decided,
        Counts counts) {

    public record Decided(String by, Instant at, @Nullable String reason) {}

    /**
     * What a commit did.
     *
     * @param opened items with a process
     * @param keptAsHistory items that came closed
     * @param changed items of the register
     * @param requests for more time
     */
    public record Counts(int opened, int keptAsHistory, int changed, int requests) {

        static final Counts NONE = new Counts(0, 0, 0, 0);
    }

    /** The name under which the ledger knows it. */
    public String subject() {
        return "poam-workbook:" + id;
    }
}
