package io.closeout.review.vendor;

import io.closeout.register.PoamId;

/** An extension was granted that waits for a vendor. Published synchronously in the transaction of the decision. */
public record VendorAwaited(long requestId, PoamId item) {}
