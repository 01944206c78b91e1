package io.closeout.register;

import io.closeout.shared.Sha256;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a check looks for, as far as a decision about it depends on that: its title and the set of its CVEs. A scanner's longer texts
 * are reworded all the time without meaning anything else.
 */
public final class CheckDigest {

    private CheckDigest() {}

    /** @param cves separated by blanks, in any order */
    public static String of(String title, @Nullable String cves) {
        return Sha256.of(title.strip() + "\n" + String.join(" ", new TreeSet<>(CveIds.in(cves))));
    }
}
