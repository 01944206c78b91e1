package io.closeout.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event as the ledger keeps it.
 *
 * @param id rises with time, with gaps; not part of the digest
 * @param occurredAt to the microsecond, which is what both databases keep
 * @param actor the person's id, or {@code system}
 * @param recorded all that was recorded, the reason included
 * @param digest SHA-256 of {@link CanonicalForm#ofEvent}
 * @param sealNo gapless number among committed events; {@code null} until sealed
 * @param chainHash ties the event to the one sealed before it; {@code null} until sealed
 */
public record LedgerEvent(
        long id,
        Instant occurredAt,
        String actor,
        String via,
        String kind,
        String subject,
        List<LedgerField> recorded,
        String digest,
        @Nullable Long sealNo,
        @Nullable String chainHash) {

    static final String REASON = "reason";

    public LedgerEvent {
        recorded = List.copyOf(recorded);
    }

    /** The reason that was given; {@code null} if none was, or if it was redacted. */
    public @Nullable String reason() {
        return field(REASON).map(LedgerField::after).orElse(null);
    }

    /** What changed, without the reason, in the order in which it was told. */
    public List<LedgerField> fields() {
        return recorded.stream().filter(field -> !field.name().equals(REASON)).toList();
    }

    public Optional<LedgerField> field(String name) {
        return recorded.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** Whether all that is still told gives the digests that were recorded. */
    public boolean isIntact() {
        return recorded.stream().allMatch(LedgerField::isIntact)
                && digest.equals(CanonicalForm.ofEvent(occurredAt, actor, via, kind, subject, recorded)
                        .digest());
    }
}
