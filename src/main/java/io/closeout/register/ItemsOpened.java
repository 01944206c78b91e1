package io.closeout.register;

import java.util.List;

/** Items are in the register and want their processes. Published synchronously in the transaction that did it. */
public record ItemsOpened(List<PoamId> items) {

    public ItemsOpened {
        items = List.copyOf(items);
    }
}
