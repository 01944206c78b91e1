package io.closeout.register;

import java.util.Locale;

/** One thing that a machine is known by. Compared without regard to case. */
public record AssetIdentifier(Kind kind, String identifier) {

    public AssetIdentifier {
        identifier = identifier.strip().toLowerCase(Locale.ROOT);
    }

    /** As people write it: {@code fqdn:finance-ad01.example.com}. */
    public String text() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + identifier;
    }

    /** Strongest first: a stronger one that differs means another machine, whatever the weaker ones say. */
    public enum Kind {
        AGENT,
        BIOS,
        FQDN,
        NETBIOS,
        MAC,
        /** What the scanner was told to scan. */
        NAME,
        IP;

        /** A machine has one of these at a time, so a different one speaks against identity. Cards and addresses may be several. */
        boolean tellsApart() {
            return this == AGENT || this == BIOS || this == FQDN || this == NETBIOS;
        }
    }
}
