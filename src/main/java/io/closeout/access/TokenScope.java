package io.closeout.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a script may do with a token, within what its person may do. */
public enum TokenScope {
    IMPORT("Import scans, findings, and what is known of attacks"),
    READ("Read items, assets, evidence and metrics"),
    EXPORT("Export workbooks and reports"),
    WORK("Change items, decide, and use the engine's REST interface");

    private final String label;

    TokenScope(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String text(Collection<TokenScope> scopes) {
        return scopes.stream().sorted().map(TokenScope::id).collect(Collectors.joining(" "));
    }

    static Set<TokenScope> parse(String text) {
        EnumSet<TokenScope> scopes = EnumSet.noneOf(TokenScope.class);
        Arrays.stream(text.split(" "))
                .map(id -> valueOf(id.toUpperCase(Locale.ROOT)))
                .forEach(scopes::add);
        return Collections.unmodifiableSet(scopes);
    }
}
