package io.closeout.register;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CVE ids as they are kept with a weakness: in one text, separated by blanks. */
public final class CveIds {

    private CveIds() {}

    /** Each once, in the order of the text; empty for none. */
    public static List<String> in(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("\\s+"))
                        .filter(id -> !id.isEmpty())
                        .distinct()
                        .toList();
    }
}
