package io.closeout.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerEventTest {

    private static final LedgerField OWNER = LedgerField.of("owner", Change.of(null, "it"), "0f".repeat(16));
    private static final LedgerField NOTE = LedgerField.of("note", Change.to(""), "a0".repeat(16));
    private static final LedgerField REASON = LedgerField.of("reason", Change.to("On leave"), "55".repeat(16));

    @Test
    void isIntactAsRecorded() {
        assertThat(eventWith(OWNER, NOTE, REASON).isIntact()).isTrue();
    }

    @Test
    void canStillBeProvedOnceAFieldIsRedacted() {
        LedgerEvent event = withRecorded(eventWith(OWNER, NOTE, REASON), OWNER, NOTE, REASON.redacted());

        assertThat(event.isIntact()).isTrue();
        assertThat(event.reason()).isNull();
    }

    @Test
    void isProvedWhateverTheOrderOfItsFields() {
        assertThat(withRecorded(eventWith(OWNER, NOTE), NOTE, OWNER).isIntact()).isTrue();
    }

    @Test
    void showsThatAValueWasAltered() {
        LedgerField altered = new LedgerField("owner", null, "ot", OWNER.salt(), OWNER.digest());

        assertThat(withRecorded(eventWith(OWNER), altered).isIntact()).isFalse();
    }

    @Test
    void showsThatAnEmptyValueWasTakenForNone() {
        LedgerField altered = new LedgerField("note", null, null, NOTE.salt(), NOTE.digest());

        assertThat(withRecorded(eventWith(NOTE), altered).isIntact()).isFalse();
    }

    @Test
    void showsThatAFieldWasReplacedWithItsDigest() {
        LedgerField other = LedgerField.of("owner", Change.to("ot"), "0f".repeat(16));

        assertThat(withRecorded(eventWith(OWNER), other).isIntact()).isFalse();
    }

    @Test
    void showsThatAFieldWasTakenAway() {
        assertThat(withRecorded(eventWith(OWNER, NOTE), OWNER).isIntact()).isFalse();
    }

    @Test
    void showsThatARedactedFieldWasGivenAValue() {
        LedgerField invented = new LedgerField("owner", null, "ot", null, OWNER.digest());

        assertThat(withRecorded(eventWith(OWNER), invented).isIntact()).isFalse();
    }

    private static LedgerEvent eventWith(LedgerField... fields) {
        Instant at = Instant.parse("2026-03-01T09:30:00Z");
        String digest = CanonicalForm.ofEvent(at, "issm", "page", "ownerChanged", "item:1", List.of(fields))
                .digest();
        return new LedgerEvent(1, at, "issm", "page", "ownerChanged", "item:1", List.of(fields), digest, null, null);
    }

    private static LedgerEvent withRecorded(LedgerEvent event, LedgerField... fields) {
        return new LedgerEvent(
                event.id(),
                event.occurredAt(),
                event.actor(),
                event.via(),
                event.kind(),
                event.subject(),
                List.of(fields),
                event.digest(),
                null,
                null);
    }
}
