package io.closeout.evidence;

import io.closeout.shared.FileSize;
import io.closeout.shared.NotFound;
import io.closeout.shared.Refused;
import io.closeout.shared.Sha256;
import io.closeout.shared.TooLarge;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.util.unit.DataSize;

/**
 * Contents by digest, in chunks of 1 MiB in the database. A content is stored once, whoever brings it and however often,
 * and never changes. Neither way holds more than a few chunks in memory.
 */
@Service
public class StoredFiles {

    static final int CHUNK_SIZE = 1 << 20;

    /** Chunks kept in memory and committed together: few enough for many uploads at once, enough for speed. */
    private static final int CHUNKS_PER_BATCH = 8;

    private final FileRows rows;
    private final Clock clock;

    StoredFiles(FileRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Reads the stream to its end, without closing it, and stores what it holds. Commits in transactions of its own: a
     * caller's transaction neither grows with the file nor takes the content back. Best called outside of one.
     *
     * @param limit in bytes
     * @throws Refused if there is nothing in the stream, or more than the limit
     * @throws UncheckedIOException if the stream breaks off; nothing of it can be seen then
     */
    public StoredFile store(InputStream content, long limit) {
        long upload = rows.begin(clock.instant());
        try {
            StoredFile file = receive(upload, content, limit);
            if (!rows.claim(upload, file, clock.instant())) {
                rows.discard(upload);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("The upload broke off", discarded(upload, e));
        } catch (RuntimeException e) {
            throw discarded(upload, e);
        }
    }

    public boolean has(String digest) {
        return find(digest).isPresent();
    }

    public Optional<StoredFile> find(String digest) {
        return rows.find(digest).map(FileRows.Claimed::file);
    }

    /**
     * The content, read chunk by chunk. Before the last chunk is handed out the whole is compared with the digest, and
     * the stream throws {@link ContentAltered} if they differ: nobody gets an altered content to its end.
     *
     * @throws NotFound if nothing is stored under the digest
     */
    public InputStream open(String digest) {
        return rows.find(digest)
                .map(claimed -> new ChunkStream(rows, claimed))
                .orElseThrow(() -> NotFound.of("stored file", digest));
    }

    /**
     * Removes what uploads left behind that broke off with the program.
     *
     * @param olderThan since their last chunk; well above the longest pause of a slow upload
     * @return how many uploads
     */
    public int discardAbandoned(Duration olderThan) {
        List<Long> abandoned = rows.abandonedBefore(clock.instant().minus(olderThan));
        abandoned.forEach(rows::discard);
        return abandoned.size();
    }

    private StoredFile receive(long upload, InputStream content, long limit) throws IOException {
        MessageDigest digest = Sha256.digest();
        List<byte[]> batch = new ArrayList<>(CHUNKS_PER_BATCH);
        long size = 0;
        int chunks = 0;
        for (byte[] chunk = content.readNBytes(CHUNK_SIZE); chunk.length > 0; chunk = content.readNBytes(CHUNK_SIZE)) {
            size += chunk.length;
            mustFit(size, limit);
            digest.update(chunk);
            batch.add(chunk);
            chunks++;
            if (batch.size() == CHUNKS_PER_BATCH) {
                rows.append(upload, chunks - batch.size(), batch, clock.instant());
                batch.clear();
            }
        }
        mustNotBeEmpty(size);
        rows.append(upload, chunks - batch.size(), batch, clock.instant());
        return new StoredFile(Sha256.hex(digest.digest()), size);
    }

    private static void mustFit(long size, long limit) {
        if (size > limit) {
            throw TooLarge.because("The file is larger than " + FileSize.exactly(DataSize.ofBytes(limit))
                    + ", which is the most that is allowed."
                    + " Choose a smaller file, or ask your administrator to raise the limit.");
        }
    }

    private static void mustNotBeEmpty(long size) {
        if (size == 0) {
            throw Refused.because("The file is empty. Choose a file that has content.");
        }
    }

    /** Clears the upload away, and hands on why: a failure to clear must not hide the first one. */
    private <E extends Exception> E discarded(long upload, E why) {
        try {
            rows.discard(upload);
        } catch (RuntimeException e) {
            why.addSuppressed(e);
        }
        return why;
    }
}
