package io.closeout.register;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a module above the register adds to a single item in the API. */
public interface ItemAddition {

    /** By the names of new fields; records, numbers, words and dates, and null for what is not known. */
    Map<String, ? extends @Nullable Object> of(PoamItem item);
}
