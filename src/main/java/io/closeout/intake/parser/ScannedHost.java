package io.closeout.intake.parser;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One host entry of a file, final.
 *
 * @param number position of the entry in the file, from 0; several entries may carry one name
 * @param addresses IP addresses
 * @param fqdns full names, the scanner's main one first
 * @param macs lower case with colons
 * @param agentId given by the scanner's own agent; identifies a machine best
 * @param start in UTC if the file gives a timestamp; the scanner's local time read as UTC otherwise
 * @param end as {@code start}; null if the host's scan never ended
 * @param properties all facts of the host as the file gives them, in its order; repeated ones joined by line breaks
 */
public record ScannedHost(
        int number,
        String name,
        List<String> addresses,
        List<String> fqdns,
        @Nullable String netbiosName,
        List<String> macs,
        @Nullable String agentId,
        @Nullable String biosId,
        @Nullable String operatingSystem,
        @Nullable Instant start,
        @Nullable Instant end,
        Contact contact,
        Credentials credentials,
        Map<String, String> properties) {

    public ScannedHost {
        addresses = List.copyOf(addresses);
        fqdns = List.copyOf(fqdns);
        macs = List.copyOf(macs);
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /** Whether the scan can prove anything about this host. */
    public boolean reached() {
        return contact == Contact.CHECKED;
    }

    /** How far the scanner got. */
    public enum Contact {
        /** The host's scan ended, and more than a ping was done. */
        CHECKED,
        /** The host is listed; how far its scan got cannot be told. */
        LISTED,
        /** A ping is all that the file holds. */
        ONLY_PINGED
    }

    /** Whether the scanner could log on, by all the witnesses of the file together. */
    public enum Credentials {
        /** At least one witness says yes and none says no. */
        PROVEN,
        /** A witness says no. */
        DENIED,
        /** No witness. */
        UNKNOWN
    }
}
