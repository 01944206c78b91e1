package io.closeout.ledger;

import org.jspecify.annotations.Nullable;

/**
 * One field of an event, with the digest that stands for it in the event's own digest. Once values and salt are taken
 * away the digest tells nothing about them, and the event can still be proved.
 *
 * @param salt 32 hexadecimal digits from a secure random source; {@code null} once the field is redacted
 * @param digest SHA-256 of {@link CanonicalForm#ofField}
 */
public record LedgerField(
        String name,
        @Nullable String before,
        @Nullable String after,
        @Nullable String salt,
        String digest) {

    static LedgerField of(String name, Change change, String salt) {
        String digest = CanonicalForm.ofField(salt, name, change.before(), change.after())
                .digest();
        return new LedgerField(name, change.before(), change.after(), salt, digest);
    }

    /** The same field without what it said. */
    public LedgerField redacted() {
        return new LedgerField(name, null, null, null, digest);
    }

    public boolean wasRedacted() {
        return salt == null;
    }

    boolean isIntact() {
        return salt == null
                ? before == null && after == null
                : CanonicalForm.ofField(salt, name, before, after).digest().equals(digest);
    }
}
