package io.closeout.exchange;

/** What would become of a row. */
public enum Outcome {
    /** A new item. */
    OPENS,
    /** An item that is closed already, as history. */
    HISTORY,
    /** The item stands in the register as the workbook tells it. */
    SAME,
    /** Cells of an item of the register differ. */
    DIFFERS,
    /** An item came from this row before; the register goes its own way. */
    KNOWN,
    LEFT_OUT
}
