package io.closeout.ledger;

import io.closeout.access.Actor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a service tells the ledger.
 *
 * <pre>{@code
 * ledger.append(LedgerEntry.of("itemPlanned", "item:POA-2026-001", by)
 *         .with("owner", owner)
 *         .changed("plannedCompletion", item.plannedCompletion(), plan.completion())
 *         .because(plan.comments()));
 * }</pre>
 *
 * @param kind what happened, in the past: {@code itemOpened}, {@code evidenceAdded}; at most 100 characters
 * @param subject what it happened to: {@code item:POA-2026-001}, {@code asset:12}; at most 255 characters
 * @param fields by name, in the order in which people shall read them; {@code reason} is taken by the reason
 */
public record LedgerEntry(
        String kind,
        String subject,
        Actor by,
        Map<String, Change> fields,
        @Nullable String reason) {

    public LedgerEntry {
        mustSayWhat(kind, "kind", 100);
        mustSayWhat(subject, "subject", 255);
        if (fields.containsKey(LedgerEvent.REASON)) {
            throw new IllegalArgumentException("Give the reason of " + kind + " as its reason, not as a field");
        }
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public static LedgerEntry of(String kind, String subject, Actor by) {
        return new LedgerEntry(kind, subject, by, Map.of(), null);
    }

    /** Records a value that had none before, or that is worth saying though it did not change. */
    public LedgerEntry with(String field, @Nullable Object value) {
        return plus(field, Change.to(value));
    }

    /** Records what a field was and became; nothing if both are equal. */
    public LedgerEntry changed(String field, @Nullable Object before, @Nullable Object after) {
        return Objects.equals(before, after) ? this : plus(field, Change.of(before, after));
    }

    public LedgerEntry because(@Nullable String why) {
        return new LedgerEntry(kind, subject, by, fields, why);
    }

    private LedgerEntry plus(String field, Change change) {
        Map<String, Change> more = new LinkedHashMap<>(fields);
        more.put(field, change);
        return new LedgerEntry(kind, subject, by, more, reason);
    }

    private static void mustSayWhat(String text, String what, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw new IllegalArgumentException(
                    "The " + what + " of a ledger entry has 1 to " + longest + " characters, not '" + text + "'");
        }
    }
}
