package io.closeout.ledger;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Gives each field its own salt, so that the digest of a redacted field cannot be guessed from likely values. */
final class Salts {

    private static final int BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    /** The entry's fields in their order, then its reason if it has one. */
    List<LedgerField> salted(LedgerEntry entry) {
        List<LedgerField> fields = new ArrayList<>();
        entry.fields().forEach((name, change) -> fields.add(LedgerField.of(name, change, next())));
        if (entry.reason() != null) {
            fields.add(LedgerField.of(LedgerEvent.REASON, Change.to(entry.reason()), next()));
        }
        return fields;
    }

    private String next() {
        byte[] salt = new byte[BYTES];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }
}
