package io.closeout.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEvent;
import io.closeout.ledger.Ledgers;
import io.closeout.shared.NotFound;
import io.closeout.shared.Refused;
import io.closeout.shared.Sha256;
import io.closeout.testing.Database;
import io.closeout.testing.Databases;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.unit.DataSize;

class EvidenceLockerDatabaseTest {

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

        private static final Actor IT = new Actor("it", Set.of(Group.REMEDIATOR), "page");
        private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

        /** In New York it is still the last day of February. */
        private static final Instant NOW = Instant.parse("2026-03-01T03:00:00.123456Z");

        private static final LocalDate TODAY = LocalDate.of(2026, 2, 28);

        private final Database database;
        private final StoredFiles files;
        private final Ledger ledger;
        private final EvidenceLocker locker;

        Rules(Database database) {
            this.database = database;
            Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
            files = new StoredFiles(new FileRows(database.jdbcTemplate(), database.transactionManager()), clock);
            ledger = Ledgers.on(database, clock);
            locker = new EvidenceLocker(
                    new EvidenceRows(database.jdbc()),
                    new EvidenceFiles(files, new EvidenceSettings(DataSize.ofMegabytes(2))),
                    ledger,
                    database.transactions(),
                    clock,
                    () -> NEW_YORK);
        }

        @Test
        void keepsAFileWithAllThatIsKnownOfIt() throws Exception {
            Evidence added = locker.add(
                    NewEvidence.file(
                            "item:file",
                            EvidenceKind.PATCH_LOG,
                            "C:\\logs\\patch.pdf",
                            streamOf("KB5034441 installed"),
                            LocalDate.of(2026, 2, 20),
                            " All hosts "),
                    IT);

            Evidence kept = locker.get(added.id());

            assertThat(kept).isEqualTo(added);
            assertThat(locker.of("item:file")).containsExactly(kept);
            assertThat(kept.kind()).isEqualTo(EvidenceKind.PATCH_LOG);
            assertThat(kept.file())
                    .isEqualTo(
                            new Evidence.EvidenceFile("patch.pdf", "text/plain", Sha256.of("KB5034441 installed"), 19));
            assertThat(kept.link()).isNull();
            assertThat(kept.speaksOf()).isEqualTo(LocalDate.of(2026, 2, 20));
            assertThat(kept.uploadedAt()).isEqualTo(NOW);
            assertThat(kept.uploadedBy()).isEqualTo("it");
            assertThat(kept.note()).isEqualTo("All hosts");
            try (InputStream content = locker.content(kept.id())) {
                assertThat(content).hasContent("KB5034441 installed");
            }
        }

        @Test
        void keepsALink() {
            Evidence kept = locker.add(aLink("item:link"), IT);

            assertThat(locker.get(kept.id()).link()).isEqualTo("https://tickets.example.com/CHG-12");
            assertThat(locker.get(kept.id()).file()).isNull();
            assertThat(kept.name()).isEqualTo("https://tickets.example.com/CHG-12");
            assertThatThrownBy(() -> locker.content(kept.id())).isInstanceOf(NotFound.class);
        }

        @Test
        void attachesWhatIsStoredAlready() {
            StoredFile scan = files.store(streamOf("<NessusClientData_v2>" + " ".repeat(3 << 20)), Long.MAX_VALUE);

            Evidence kept = locker.add(
                    NewEvidence.stored("item:scan", EvidenceKind.SCAN, "week9.nessus", scan.digest(), TODAY, ""),
                    Actor.system("import"));

            assertThat(kept.file())
                    .isEqualTo(
                            new Evidence.EvidenceFile("week9.nessus", "application/xml", scan.digest(), scan.size()));
        }

        @Test
        void cannotAttachWhatIsNotStored() {
            NewEvidence lost =
                    NewEvidence.stored("item:scan", EvidenceKind.SCAN, "a.nessus", Sha256.of("lost"), TODAY, "");

            assertThatThrownBy(() -> locker.add(lost, IT)).isInstanceOf(NotFound.class);
        }

        @Test
        void tellsTheLedger() {
            Evidence kept = locker.add(aText("item:told", "done"), IT);

            LedgerEvent event = ledger.of("item:told").get(0);

            assertThat(event.kind()).isEqualTo("evidenceAdded");
            assertThat(event.actor()).isEqualTo("it");
            assertThat(afterOf(event, "evidence")).isEqualTo(String.valueOf(kept.id()));
            assertThat(afterOf(event, "digest")).isEqualTo(Sha256.of("done"));
            assertThat(afterOf(event, "speaksOf")).isEqualTo("2026-02-28");
        }

        @Test
        void joinsTheCallersTransaction() {
            database.transactions().executeWithoutResult(tx -> {
                locker.add(aLink("item:undone"), IT);
                tx.setRollbackOnly();
            });

            assertThat(locker.of("item:undone")).isEmpty();
            assertThat(ledger.of("item:undone")).isEmpty();
        }

        @Test
        void refusesADateInTheFutureOfThePolicysZone() {
            NewEvidence tomorrow =
                    NewEvidence.link("item:x", EvidenceKind.LINK, "https://example.com", TODAY.plusDays(1), "");

            assertThatThrownBy(() -> locker.add(tomorrow, IT))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("2026-03-01")
                    .hasMessageContaining("Today is 2026-02-28");
        }

        @Test
        void refusesAFileAboveTheLimitThatIsSet() {
            assertThatThrownBy(() -> locker.add(aText("item:big", "x".repeat((2 << 20) + 1)), IT))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("2 MB");
            assertThat(locker.of("item:big")).isEmpty();
            assertThat(ledger.of("item:big")).isEmpty();
        }

        @Test
        void refusesAnEmptyFile() {
            assertThatThrownBy(() -> locker.add(aText("item:empty", ""), IT))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("empty");
        }

        @Test
        void refusesByContentWhateverTheNameSays() {
            assertThatThrownBy(() -> locker.add(aText("item:html", "<!doctype html><script>"), IT))
                    .isInstanceOf(Refused.class);
            assertThat(files.has(Sha256.of("<!doctype html><script>"))).isFalse();
        }

        @ParameterizedTest
        @EnumSource(
                value = Group.class,
                names = {"ASSESSOR", "PROCESS_ANALYST", "CAMUNDA_ADMIN"})
        void refusesWhoOnlyReadsOrAdministers(Group group) {
            Actor reader = new Actor("reader", Set.of(group), "api");
            Evidence kept = locker.add(aLink("item:guarded"), IT);

            assertThatThrownBy(() -> locker.add(aLink("item:guarded"), reader)).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> locker.supersede(kept.id(), aLink("item:guarded"), reader))
                    .isInstanceOf(Refused.class);
        }

        @Test
        void findsNoEvidenceThatWasNeverAdded() {
            assertThatThrownBy(() -> locker.get(-1)).isInstanceOf(NotFound.class);
            assertThat(locker.of("item:never")).isEmpty();
        }

        @Test
        void keepsWhatIsSupersededAndCountsItNoLonger() {
            Evidence wrong = locker.add(aText("item:replaced", "wrong"), IT);

            Evidence right = locker.supersede(wrong.id(), aText("item:replaced", "right"), IT);

            assertThat(right.supersedes()).isEqualTo(wrong.id());
            assertThat(right.isCurrent()).isTrue();
            assertThat(locker.get(wrong.id()).supersededBy()).isEqualTo(right.id());
            assertThat(locker.get(wrong.id()).isCurrent()).isFalse();
            assertThat(locker.of("item:replaced")).extracting(Evidence::id).containsExactly(wrong.id(), right.id());
            assertThat(locker.countFor("item:replaced")).isEqualTo(1);
            assertThat(files.has(Sha256.of("wrong"))).isTrue();
            assertThat(ledger.of("item:replaced"))
                    .extracting(LedgerEvent::kind)
                    .containsExactly("evidenceAdded", "evidenceSuperseded");
        }

        @Test
        void supersedesOnlyOnce() {
            Evidence wrong = locker.add(aText("item:twice", "wrong"), IT);
            locker.supersede(wrong.id(), aText("item:twice", "right"), IT);

            assertThatThrownBy(() -> locker.supersede(wrong.id(), aText("item:twice", "other"), IT))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("replaced already");
        }

        @Test
        void supersedesOnceWhenTwoDoItAtTheSameTime() throws Exception {
            Evidence wrong = locker.add(aText("item:race", "wrong"), IT);
            CyclicBarrier start = new CyclicBarrier(2);
            ExecutorService two = Executors.newFixedThreadPool(2);
            try {
                Callable<String> supersede = () -> {
                    start.await();
                    try {
                        return "by "
                                + locker.supersede(wrong.id(), aLink("item:race"), IT)
                                        .id();
                    } catch (Refused e) {
                        return "refused";
                    }
                };

                List<Future<String>> answers = two.invokeAll(List.of(supersede, supersede));

                assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
                        .containsExactlyInAnyOrder(
                                "refused", "by " + locker.get(wrong.id()).supersededBy());
                assertThat(locker.of("item:race")).hasSize(2);
                assertThat(ledger.of("item:race")).hasSize(2);
            } finally {
                two.shutdownNow();
            }
        }

        @Test
        void supersedesOnlyWithEvidenceForTheSame() {
            Evidence kept = locker.add(aLink("item:one"), IT);

            assertThatThrownBy(() -> locker.supersede(kept.id(), aLink("item:other"), IT))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("same item");
        }

        @Test
        void countsForManySubjectsAtOnce() {
            locker.add(aLink("item:two"), IT);
            locker.add(aText("item:two", "second"), IT);
            locker.add(aLink("item:single"), IT);

            assertThat(locker.countFor(List.of("item:two", "item:single", "item:none")))
                    .containsExactlyInAnyOrderEntriesOf(Map.of("item:two", 2, "item:single", 1, "item:none", 0));
            assertThat(locker.countFor(List.of())).isEmpty();
        }

        private static NewEvidence aLink(String subject) {
            return NewEvidence.link(
                    subject, EvidenceKind.CHANGE_RECORD, "https://tickets.example.com/CHG-12", TODAY, "");
        }

        private static NewEvidence aText(String subject, String content) {
            return NewEvidence.file(subject, EvidenceKind.TEST_RESULT, "test.log", streamOf(content), TODAY, "");
        }

        private static InputStream streamOf(String content) {
            return new ByteArrayInputStream(content.getBytes(UTF_8));
        }

        private static String afterOf(LedgerEvent event, String field) {
            return event.field(field).orElseThrow().after();
        }
    }
}
