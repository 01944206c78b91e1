package io.closeout.ledger;

import io.closeout.shared.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one way to write down a field or an event as bytes, so that anyone gets the same SHA-256 from it.
 *
 * <p>A form is a sequence of texts. A text is written as its length in UTF-8 bytes (decimal), {@code :}, the bytes, and
 * {@code ,}; a missing text as {@code -,}. {@code "Ω"} is {@code 2:Ω,}, the empty text {@code 0:,}. No two sequences
 * give the same bytes.
 *
 * <ul>
 *   <li>Field: {@code closeout-field-1}, salt, name, before, after.
 *   <li>Event: {@code closeout-event-1}, time as {@code 2026-03-01T09:30:00.000000Z} (UTC, always six decimals), actor,
 *       via, kind, subject, number of fields, then the fields' digests (64 lower-case hexadecimal digits each) in
 *       ascending order. A reason is the {@code after} of a field named {@code reason}.
 * </ul>
 *
 * <p>{@code docs/ledger.md} has a worked example. What is written here can never change; a new form gets a new first
 * text.
 */
final class CanonicalForm {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private CanonicalForm(String first) {
        add(first);
    }

    static CanonicalForm ofField(String salt, String name, @Nullable String before, @Nullable String after) {
        return new CanonicalForm("closeout-field-1")
                .add(salt)
                .add(name)
                .add(before)
                .add(after);
    }

    static CanonicalForm ofEvent(
            Instant occurredAt, String actor, String via, String kind, String subject, List<LedgerField> fields) {
        CanonicalForm form = new CanonicalForm("closeout-event-1")
                .add(TIME.format(occurredAt))
                .add(actor)
                .add(via)
                .add(kind)
                .add(subject)
                .add(String.valueOf(fields.size()));
        fields.stream().map(LedgerField::digest).sorted().forEach(form::add);
        return form;
    }

    String digest() {
        return Sha256.of(bytes.toByteArray());
    }

    @Override
    public String toString() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private CanonicalForm add(@Nullable String text) {
        if (text == null) {
            bytes.writeBytes(ascii("-,"));
        } else {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(ascii(utf8.length + ":"));
            bytes.writeBytes(utf8);
            bytes.writeBytes(ascii(","));
        }
        return this;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
