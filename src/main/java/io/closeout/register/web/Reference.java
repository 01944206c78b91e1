package io.closeout.register.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A reference that a scanner gives. What scanners write is not trusted: only addresses on the web become links.
 *
 * @param href null if it is only text
 */
record Reference(String text, @Nullable String href) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** @param lines one reference per line */
    static List<Reference> in(@Nullable String lines) {
        return Optional.ofNullable(lines).stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(Reference::of)
                .toList();
    }

    static Reference of(String text) {
        return new Reference(text, isSafe(text) ? text : null);
    }

    private static boolean isSafe(String text) {
        try {
            URI uri = new URI(text);
            return uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException onlyText) {
            return false;
        }
    }
}
