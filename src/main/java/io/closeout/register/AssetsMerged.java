package io.closeout.register;

/** Two assets were one: what modules keep about the first now belongs to the second. Published synchronously before it is done. */
public record AssetsMerged(String scopeId, long from, long into) {}
