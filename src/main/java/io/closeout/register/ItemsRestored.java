package io.closeout.register;

import java.time.Instant;
import java.util.List;

/**
 * What an import did to these items was undone: they are as they were. Whoever cannot follow throws {@code Refused}, and then nothing is
 * undone. Synchronous.
 *
 * @param since when the import began to change them
 */
public record ItemsRestored(List<PoamId> items, Instant since) {

    public ItemsRestored {
        items = List.copyOf(items);
    }
}
