package io.closeout.register;

/** Somebody found that an asset can be reached by the public. Published synchronously in the transaction that recorded it. */
public record AssetExposed(long assetId) {}
