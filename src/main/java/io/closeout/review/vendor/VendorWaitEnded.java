package io.closeout.review.vendor;

/** Nobody needs to ask the vendor any more, for another reason than the vendor's answer. Published in the transaction that ended it. */
public record VendorWaitEnded(long requestId) {}
