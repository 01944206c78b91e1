package io.closeout.register;

/** What another module tells of an item in {@code GET /api/items/{poamId}}, beside what the register knows itself. */
public interface ItemSupplement {

    /** The name of the property. */
    String name();

    /** @return what turns into JSON by itself; empty rather than missing */
    Object of(PoamId item);
}
