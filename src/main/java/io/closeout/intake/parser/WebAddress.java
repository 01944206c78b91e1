package io.closeout.intake.parser;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address of the web, divided into what was scanned and the place in it.
 *
 * @param origin such as {@code https://shop.example:8443}; the port only if it is unusual for the scheme
 * @param host without port
 * @param path begins with {@code /}; without query and fragment, which change from scan to scan
 */
public record WebAddress(String origin, String host, String path) {

    private static final Pattern ADDRESS = Pattern.compile(
            "(https?)://(?:[^/?#@]*@)?(\\[[^\\]]*]|[^/?#:]+)(?::(\\d{1,5})?)?(/[^?#]*)?.*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    /** Empty for what is no address with http or https. */
    public static Optional<WebAddress> of(String url) {
        Matcher parts = ADDRESS.matcher(url.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        String host = parts.group(2).toLowerCase(Locale.ROOT);
        String port = parts.group(3) == null || isUsual(scheme, parts.group(3)) ? "" : ":" + parts.group(3);
        String path = parts.group(4) == null ? "/" : parts.group(4);
        return Optional.of(new WebAddress(scheme + "://" + host + port, host, path));
    }

    private static boolean isUsual(String scheme, String port) {
        return port.equals(scheme.equals("https") ? "443" : "80");
    }
}
