package io.closeout.reporting;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The register row by row, as reports need it: any number of items in the memory of one chunk. */
@Component
public class PoamRows {

    /** Items that are fetched together with what lies under them. */
    private static final int CHUNK = 500;

    private final ItemsInRange items;
    private final ItemDetails details;

    PoamRows(ItemsInRange items, ItemDetails details) {
        this.items = items;
        this.details = details;
    }

    /**
     * Hands out all items by rising id, whatever their status. Needs the caller's transaction, in which what is fetched
     * chunk by chunk speaks of one moment.
     *
     * @param scope id of the scope; {@code null} for all
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void each(@Nullable String scope, Consumer<PoamRow> taker) {
        items.ranges().forEach(range -> each(range, scope, taker));
    }

    private void each(IdRange range, @Nullable String scope, Consumer<PoamRow> taker) {
        IdRange rest = range;
        List<ItemFacts> chunk;
        do {
            chunk = items.firstOf(rest, scope, CHUNK);
            if (!chunk.isEmpty()) {
                String last = chunk.get(chunk.size() - 1).id();
                details.complete(rest.endingWith(last), chunk).forEach(taker);
                rest = rest.after(last);
            }
        } while (chunk.size() == CHUNK);
    }
}
