package io.closeout.policy;

/** What findings have in common that share an item. The names are the table's words. */
public enum GroupBy {
    WEAKNESS,
    CVE,
    ASSET_GROUP,
    /** The group that owns the asset. */
    OWNER
}
