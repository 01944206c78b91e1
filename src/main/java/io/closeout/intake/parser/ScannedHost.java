package io.closeout.intake.parser;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
 * @param found when its findings were first found, where the file tells and that is no part of the scan
 * @param properties all facts of the host as the file gives them, in its order; repeated ones joined by line breaks
 * @param feed how new the checks were that looked at it
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
        @Nullable Instant found,
        Contact contact,
        Credentials credentials,
        Map<String, String> properties,
        FeedVersion feed) {

    /** Name of the host in files that do not say what was scanned; whoever hands them in may name it. */
    public static final String NOT_NAMED = "(not named)";

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

    /** For what says only some of it; the rest is unknown, and nothing is proven. */
    public static Builder of(int number, String name) {
        return new Builder(number, name);
    }

    /** Texts that are empty count as unknown. */
    public static final class Builder {

        private final int number;
        private final String name;
        private final Set<String> addresses = new LinkedHashSet<>();
        private final Set<String> fqdns = new LinkedHashSet<>();
        private final Set<String> macs = new LinkedHashSet<>();
        private final Map<String, String> properties = new LinkedHashMap<>();
        private @Nullable String netbiosName;
        private @Nullable String agentId;
        private @Nullable String operatingSystem;
        private @Nullable Instant start;
        private @Nullable Instant end;
        private @Nullable Instant found;
        private Contact contact = Contact.LISTED;
        private Credentials credentials = Credentials.UNKNOWN;
        private FeedVersion feed = FeedVersion.UNKNOWN;

        private Builder(int number, String name) {
            this.number = number;
            this.name = name;
        }

        public Builder address(String address) {
            add(addresses, address);
            return this;
        }

        public Builder fqdn(String fqdn) {
            add(fqdns, fqdn);
            return this;
        }

        /** In any spelling. */
        public Builder mac(String mac) {
            add(macs, mac.toLowerCase(Locale.ROOT).replace('-', ':'));
            return this;
        }

        private static void add(Set<String> all, String one) {
            if (!one.isBlank()) {
                all.add(one.strip());
            }
        }

        public Builder netbiosName(String netbiosName) {
            this.netbiosName = orNull(netbiosName);
            return this;
        }

        public Builder agentId(String agentId) {
            this.agentId = orNull(agentId);
            return this;
        }

        public Builder operatingSystem(String operatingSystem) {
            this.operatingSystem = orNull(operatingSystem);
            return this;
        }

        private static @Nullable String orNull(String text) {
            return text.isBlank() ? null : text.strip();
        }

        public Builder start(@Nullable Instant start) {
            this.start = start;
            return this;
        }

        public Builder end(@Nullable Instant end) {
            this.end = end;
            return this;
        }

        public Builder found(@Nullable Instant found) {
            this.found = found;
            return this;
        }

        public Builder contact(Contact contact) {
            this.contact = contact;
            return this;
        }

        public Builder credentials(Credentials credentials) {
            this.credentials = credentials;
            return this;
        }

        public Builder feed(FeedVersion feed) {
            this.feed = feed;
            return this;
        }

        public Builder property(String property, String text) {
            if (!text.isBlank()) {
                properties.put(property, text.strip());
            }
            return this;
        }

        public ScannedHost build() {
            return new ScannedHost(
                    number,
                    name,
                    List.copyOf(addresses),
                    List.copyOf(fqdns),
                    netbiosName,
                    List.copyOf(macs),
                    agentId,
                    null,
                    operatingSystem,
                    start,
                    end,
                    found,
                    contact,
                    credentials,
                    properties,
                    feed);
        }
    }
}
