package io.closeout.evidence;

import io.closeout.shared.Refused;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** An address on the web that people can follow. */
public record Link(String address) implements NewEvidence.Content {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int LONGEST = 2000;

    /** @throws Refused unless it is an http or https address with a host and without a password */
    public static Link to(String address) {
        URI uri = parsed(address.strip());
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme) || uri.getHost() == null) {
            throw Refused.because("A link starts with https:// or http:// and names a machine.");
        }
        if (uri.getRawUserInfo() != null) {
            throw Refused.because("The link holds a user name or password. Leave it out: others can read the link.");
        }
        return new Link(uri.toString());
    }

    private static URI parsed(String address) {
        if (address.length() > LONGEST) {
            throw Refused.because("The link is longer than " + LONGEST + " characters.");
        }
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            throw Refused.because("The link is not a valid web address. Copy it from the browser's address line.");
        }
    }
}
