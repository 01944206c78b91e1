package io.closeout.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.closeout.shared.NotFound;
import io.closeout.shared.Refused;
import io.closeout.shared.Sha256;
import io.closeout.testing.Database;
import io.closeout.testing.Databases;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

class StoredFilesDatabaseTest {

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

        private static final int MIB = 1 << 20;
        private static final long AMPLE = 100L * MIB;
        private static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");

        private final Database database;
        private final FileRows rows;
        private final StoredFiles files;

        Rules(Database database) {
            this.database = database;
            rows = new FileRows(database.jdbcTemplate(), database.transactionManager());
            files = filesAt(NOW);
        }

        @Test
        void givesBackWhatWasStored() throws Exception {
            for (int size : List.of(1, MIB - 1, MIB, MIB + 1, 19 * MIB + 7)) {
                byte[] content = contentOf(size, size);

                StoredFile file = files.store(new ByteArrayInputStream(content), AMPLE);

                assertThat(file).isEqualTo(new StoredFile(Sha256.of(content), size));
                assertThat(files.has(file.digest())).isTrue();
                assertThat(files.find(file.digest())).hasValue(file);
                try (InputStream stored = files.open(file.digest())) {
                    assertThat(Sha256.of(stored.readAllBytes())).isEqualTo(file.digest());
                }
            }
        }

        @Test
        void givesBackByteByByteAsWell() throws Exception {
            byte[] content = {0, 1, (byte) 0xff, (byte) 0x80};
            StoredFile file = files.store(new ByteArrayInputStream(content), AMPLE);

            try (InputStream stored = files.open(file.digest())) {
                assertThat(stored.read()).isZero();
                assertThat(stored.read()).isEqualTo(1);
                assertThat(stored.read()).isEqualTo(0xff);
                assertThat(stored.read()).isEqualTo(0x80);
                assertThat(stored.read()).isEqualTo(-1);
            }
        }

        @Test
        void storesTheSameContentOnce() {
            byte[] content = contentOf(3 * MIB, 11);

            StoredFile first = files.store(new ByteArrayInputStream(content), AMPLE);
            int chunks = count("stored_chunk");
            StoredFile second = files.store(new ByteArrayInputStream(content), AMPLE);

            assertThat(second).isEqualTo(first);
            assertThat(count("stored_chunk")).isEqualTo(chunks);
            assertThat(uploads()).isZero();
        }

        @Test
        void storesTheSameContentOnceWhenTwoBringItAtTheSameTime() throws Exception {
            byte[] content = contentOf(2 * MIB + 5, 12);
            CyclicBarrier bothHaveSentAll = new CyclicBarrier(2);
            ExecutorService two = Executors.newFixedThreadPool(2);
            try {
                int before = count("stored_file");
                Callable<StoredFile> upload =
                        () -> files.store(endingAt(new ByteArrayInputStream(content), bothHaveSentAll), AMPLE);

                List<Future<StoredFile>> stored = two.invokeAll(List.of(upload, upload));

                assertThat(stored.get(0).get()).isEqualTo(stored.get(1).get());
                assertThat(count("stored_file")).isEqualTo(before + 1);
                assertThat(uploads()).isZero();
                assertThat(files.open(Sha256.of(content)).readAllBytes()).isEqualTo(content);
            } finally {
                two.shutdownNow();
            }
        }

        @Test
        void leavesTheContentToAClaimThatIsAboutToCommit() throws Exception {
            StoredFile file = new StoredFile(Sha256.of("claimed"), 7);
            long first = rows.begin(NOW);
            long second = rows.begin(NOW);
            ExecutorService other = Executors.newSingleThreadExecutor();
            try {
                CountDownLatch secondIsOnItsWay = new CountDownLatch(1);
                Future<Boolean> claim = database.transactions().execute(tx -> {
                    setDigest(first, file);
                    Future<Boolean> late = other.submit(() -> {
                        secondIsOnItsWay.countDown();
                        return rows.claim(second, file, NOW);
                    });
                    waitFor(secondIsOnItsWay);
                    return late;
                });

                assertThat(claim.get()).isFalse();
                assertThat(rows.find(file.digest()).map(FileRows.Claimed::id)).hasValue(first);
            } finally {
                other.shutdownNow();
                rows.discard(second);
            }
        }

        @Test
        void keepsNothingOfAnUploadThatBreaksOff() {
            byte[] sent = contentOf(10 * MIB, 13);
            int chunks = count("stored_chunk");

            assertThatThrownBy(() -> files.store(breakingOffAfter(sent), AMPLE))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasRootCauseMessage("connection reset");

            assertThat(count("stored_chunk")).isEqualTo(chunks);
            assertThat(uploads()).isZero();
            assertThat(files.has(Sha256.of(sent))).isFalse();
        }

        @Test
        void showsNothingOfAnUploadThatIsStillRunning() {
            byte[] content = contentOf(MIB, 14);
            long upload = rows.begin(NOW);
            rows.append(upload, 0, List.of(content), NOW);

            assertThat(files.has(Sha256.of(content))).isFalse();
            assertThatThrownBy(() -> files.open(Sha256.of(content))).isInstanceOf(NotFound.class);
            rows.discard(upload);
        }

        @Test
        void refusesMoreThanTheLimitAndNamesIt() {
            byte[] content = contentOf(2 * MIB + 1, 15);
            int chunks = count("stored_chunk");

            assertThatThrownBy(() -> files.store(new ByteArrayInputStream(content), 2 * MIB))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("larger than 2 MB");

            assertThat(count("stored_chunk")).isEqualTo(chunks);
            assertThat(uploads()).isZero();
        }

        @Test
        void takesAFileOfExactlyTheLimit() {
            byte[] content = contentOf(2 * MIB, 16);

            assertThat(files.store(new ByteArrayInputStream(content), 2 * MIB).size())
                    .isEqualTo(2 * MIB);
        }

        @Test
        void refusesAnEmptyFile() {
            assertThatThrownBy(() -> files.store(InputStream.nullInputStream(), AMPLE))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("empty");
            assertThat(uploads()).isZero();
        }

        @Test
        void doesNotHandOutAnAlteredContentToItsEnd() throws Exception {
            byte[] content = contentOf(2 * MIB, 17);
            StoredFile file = files.store(new ByteArrayInputStream(content), AMPLE);
            content[5]++;
            replaceChunk(file, 0, Arrays.copyOf(content, MIB));

            try (InputStream stored = files.open(file.digest())) {
                assertThat(stored.readNBytes(MIB)).hasSize(MIB);
                assertThatThrownBy(stored::read).isInstanceOf(ContentAltered.class);
            }
        }

        @Test
        void doesNotHandOutAContentOfWhichAPartIsMissing() throws Exception {
            StoredFile file = files.store(new ByteArrayInputStream(contentOf(2 * MIB, 18)), AMPLE);
            database.jdbc()
                    .sql("delete from stored_chunk where chunk_no = 1 and file_id = ?")
                    .param(idOf(file))
                    .update();

            try (InputStream stored = files.open(file.digest())) {
                assertThatThrownBy(stored::readAllBytes).isInstanceOf(ContentAltered.class);
            }
        }

        @Test
        void keepsAContentThoughTheCallersTransactionFails() {
            byte[] content = "scan".getBytes(StandardCharsets.UTF_8);

            database.transactions().executeWithoutResult(tx -> {
                files.store(new ByteArrayInputStream(content), AMPLE);
                tx.setRollbackOnly();
            });

            assertThat(files.has(Sha256.of(content))).isTrue();
        }

        @Test
        void discardsUploadsThatWereAbandonedLongAgo() {
            StoredFile whole = files.store(new ByteArrayInputStream(contentOf(100, 19)), AMPLE);
            long abandoned = rows.begin(NOW.minus(Duration.ofHours(3)));
            for (int chunk = 0; chunk < 130; chunk++) {
                rows.append(abandoned, chunk, List.of(new byte[] {1}), NOW.minus(Duration.ofHours(2)));
            }
            long running = rows.begin(NOW.minus(Duration.ofHours(3)));
            rows.append(running, 0, List.of(new byte[] {1}), NOW.minus(Duration.ofMinutes(1)));

            assertThat(filesAt(NOW).discardAbandoned(Duration.ofHours(1))).isEqualTo(1);

            assertThat(chunksOf(abandoned)).isZero();
            assertThat(chunksOf(running)).isEqualTo(1);
            assertThat(files.has(whole.digest())).isTrue();
            rows.discard(running);
        }

        @Test
        void endsAnUploadThatWasDiscardedMeanwhile() {
            long upload = rows.begin(NOW);
            rows.discard(upload);

            assertThatThrownBy(() -> rows.append(upload, 0, List.of(new byte[] {1}), NOW))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> rows.claim(upload, new StoredFile(Sha256.of("late"), 4), NOW))
                    .isInstanceOf(IllegalStateException.class);
        }

        @Test
        void neverDiscardsAFile() {
            StoredFile file = files.store(new ByteArrayInputStream(contentOf(100, 20)), AMPLE);

            rows.discard(idOf(file));

            assertThat(chunksOf(idOf(file))).isEqualTo(1);
        }

        private StoredFiles filesAt(Instant now) {
            return new StoredFiles(rows, Clock.fixed(now, ZoneOffset.UTC));
        }

        private void setDigest(long upload, StoredFile file) {
            database.jdbc()
                    .sql("update stored_file set digest = ?, file_size = ? where id = ?")
                    .params(file.digest(), file.size(), upload)
                    .update();
        }

        private static void waitFor(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private void replaceChunk(StoredFile file, int number, byte[] content) {
            database.jdbc()
                    .sql("update stored_chunk set content = ? where file_id = ? and chunk_no = ?")
                    .params(content, idOf(file), number)
                    .update();
        }

        private long idOf(StoredFile file) {
            return rows.find(file.digest()).orElseThrow().id();
        }

        private int chunksOf(long file) {
            return database.jdbc()
                    .sql("select count(*) from stored_chunk where file_id = ?")
                    .param(file)
                    .query(Integer.class)
                    .single();
        }

        private int uploads() {
            return count("stored_file where digest is null");
        }

        private int count(String from) {
            return database.jdbc()
                    .sql("select count(*) from " + from)
                    .query(Integer.class)
                    .single();
        }

        private static byte[] contentOf(int size, long seed) {
            byte[] content = new byte[size];
            new Random(seed).nextBytes(content);
            return content;
        }

        /** Lets each reader see the end only once both have read everything. */
        private static InputStream endingAt(InputStream content, CyclicBarrier barrier) {
            return new SequenceInputStream(content, new InputStream() {
                @Override
                public int read() throws IOException {
                    try {
                        barrier.await();
                        return -1;
                    } catch (Exception e) {
                        throw new IOException(e);
                    }
                }
            });
        }

        private static InputStream breakingOffAfter(byte[] sent) {
            return new SequenceInputStream(new ByteArrayInputStream(sent), new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("connection reset");
                }
            });
        }
    }
}
