package io.closeout.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.testing.Database;
import io.closeout.testing.Databases;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.transaction.IllegalTransactionStateException;

class LedgerDatabaseTest {

    private static final Actor ISSM = new Actor("issm", Set.of(Group.ISSM), "tasklist");

    @Nested
    class OnH2 extends Rules {
        OnH2() {
            super(Databases.h2());
        }
    }

    @Nested
    class OnPostgres extends Rules {
        OnPostgres() {
            super(Databases.postgres());
        }
    }

    @TestInstance(PER_CLASS)
    abstract static class Rules {

        private static final Instant WITH_NANOS = Instant.parse("2026-03-01T09:30:00.123456789Z");

        private final Database database;
        private final Ledger ledger;

        Rules(Database database) {
            this.database = database;
            ledger = database.transactional(
                    new Ledger(database.jdbcTemplate(), Clock.fixed(WITH_NANOS, ZoneOffset.UTC)));
        }

        @Test
        void keepsAllThatWasSaid() {
            append(LedgerEntry.of("datesMoved", "item:all", ISSM)
                    .changed("plannedCompletion", "2026-03-31", "2026-04-15")
                    .with("note", "")
                    .because("The vendor's patch is late"));

            LedgerEvent event = onlyEventOf("item:all");

            assertThat(event.actor()).isEqualTo("issm");
            assertThat(event.via()).isEqualTo("tasklist");
            assertThat(event.kind()).isEqualTo("datesMoved");
            assertThat(event.reason()).isEqualTo("The vendor's patch is late");
            assertThat(event.fields()).extracting(LedgerField::name).containsExactly("plannedCompletion", "note");
            assertThat(event.field("plannedCompletion")).hasValueSatisfying(field -> {
                assertThat(field.before()).isEqualTo("2026-03-31");
                assertThat(field.after()).isEqualTo("2026-04-15");
            });
            assertThat(event.field("note")).hasValueSatisfying(field -> {
                assertThat(field.before()).isNull();
                assertThat(field.after()).isEmpty();
            });
        }

        @Test
        void readsBackExactlyWhatWasHashed() {
            append(LedgerEntry.of("itemOpened", "item:odd", ISSM)
                    .with("title", "Ωmega \"quoted\" \\ back\u0000slash\r\nline \uD83D\uDD12")
                    .with("output", "x".repeat(300_000))
                    .with("owner", null));

            LedgerEvent event = onlyEventOf("item:odd");

            assertThat(event.occurredAt()).isEqualTo(Instant.parse("2026-03-01T09:30:00.123456Z"));
            assertThat(event.isIntact()).isTrue();
        }

        @Test
        void showsThatAnEventWasAltered() {
            append(LedgerEntry.of("itemClosed", "item:altered", ISSM));
            database.jdbc()
                    .sql("update ledger_event set actor = 'it' where subject = 'item:altered'")
                    .update();

            assertThat(onlyEventOf("item:altered").isIntact()).isFalse();
        }

        @Test
        void leavesTheSealToTheSealer() {
            append(LedgerEntry.of("itemClosed", "item:unsealed", ISSM));

            assertThat(onlyEventOf("item:unsealed").sealNo()).isNull();
            assertThat(onlyEventOf("item:unsealed").chainHash()).isNull();
        }

        @Test
        void keepsTheOrderOfAppending() {
            List<LedgerEntry> entries = IntStream.range(0, 1_234)
                    .mapToObj(i -> LedgerEntry.of("itemOpened", "scan:7", Actor.system("import"))
                            .with("number", i))
                    .toList();

            database.transactions().executeWithoutResult(tx -> ledger.appendAll(entries));

            assertThat(ledger.of("scan:7"))
                    .extracting(event -> event.field("number").orElseThrow().after())
                    .containsExactlyElementsOf(
                            IntStream.range(0, 1_234).mapToObj(String::valueOf).toList());
        }

        @Test
        void appendsNothingOfAnEmptyList() {
            int before = ledger.recent(10_000).size();

            database.transactions().executeWithoutResult(tx -> ledger.appendAll(List.of()));

            assertThat(ledger.recent(10_000)).hasSize(before);
        }

        @Test
        void tellsTheLastEventsNewestFirst() {
            append(LedgerEntry.of("itemOpened", "item:first", ISSM));
            append(LedgerEntry.of("itemOpened", "item:second", ISSM));

            assertThat(ledger.recent(2)).extracting(LedgerEvent::subject).containsExactly("item:second", "item:first");
        }

        @Test
        void forgetsTheEventsOfATransactionThatFails() {
            database.transactions().executeWithoutResult(tx -> {
                ledger.append(LedgerEntry.of("itemOpened", "item:rolledBack", ISSM));
                tx.setRollbackOnly();
            });

            assertThat(ledger.of("item:rolledBack")).isEmpty();
        }

        @Test
        void refusesToAppendOutsideATransaction() {
            LedgerEntry entry = new LedgerEntry("itemOpened", "item:alone", ISSM, Map.of(), null);

            assertThatThrownBy(() -> ledger.append(entry)).isInstanceOf(IllegalTransactionStateException.class);
            assertThatThrownBy(() -> ledger.appendAll(List.of(entry)))
                    .isInstanceOf(IllegalTransactionStateException.class);
        }

        private void append(LedgerEntry entry) {
            database.transactions().executeWithoutResult(tx -> ledger.append(entry));
        }

        private LedgerEvent onlyEventOf(String subject) {
            List<LedgerEvent> events = ledger.of(subject);
            assertThat(events).hasSize(1);
            return events.get(0);
        }
    }
}
