package io.closeout.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.closeout.access.Actor;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerEntryTest {

    private static final Actor IMPORT = Actor.system("import");

    @Test
    void tellsValuesAsText() {
        LedgerEntry entry = LedgerEntry.of("itemOpened", "item:POA-2026-001", IMPORT)
                .with("detectedOn", LocalDate.of(2026, 3, 1))
                .with("owner", null);

        assertThat(entry.fields())
                .containsEntry("detectedOn", new Change(null, "2026-03-01"))
                .containsEntry("owner", new Change(null, null));
    }

    @Test
    void leavesOutWhatDidNotChange() {
        LedgerEntry entry = LedgerEntry.of("assetEdited", "asset:12", IMPORT)
                .changed("criticality", "HIGH", "HIGH")
                .changed("exposed", false, true);

        assertThat(entry.fields()).containsOnly(Map.entry("exposed", new Change("false", "true")));
    }

    @Test
    void keepsTheOrderInWhichItWasTold() {
        LedgerEntry entry = LedgerEntry.of("itemOpened", "item:POA-2026-001", IMPORT)
                .with("zeta", 1)
                .with("alpha", 2)
                .with("mid", 3);

        assertThat(entry.fields().keySet()).containsExactly("zeta", "alpha", "mid");
    }

    @Test
    void takesTheReasonOnlyAsReason() {
        LedgerEntry entry = LedgerEntry.of("itemClosed", "item:POA-2026-001", IMPORT);

        assertThatThrownBy(() -> entry.with("reason", "done")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void mustSayWhatHappenedToWhat() {
        assertThatThrownBy(() -> LedgerEntry.of(" ", "item:POA-2026-001", IMPORT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LedgerEntry.of("itemClosed", "", IMPORT)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LedgerEntry.of("itemClosed", "x".repeat(256), IMPORT))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
