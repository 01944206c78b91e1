package io.closeout.threat;

import io.closeout.shared.FileSize;
import io.closeout.shared.Refused;
import io.closeout.shared.Sha256;
import io.closeout.shared.TooLarge;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.springframework.util.unit.DataSize;

/** A stream kept on disk as long as it is read, because a file is recognised first and read afterwards. */
record SpooledFile(Path path, String digest) implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    /** @throws Refused if there is nothing in the stream, or more than the limit */
    static SpooledFile of(InputStream content, DataSize limit) throws IOException {
        Path path = Files.createTempFile("closeout-threat-", ".feed");
        try {
            return new SpooledFile(path, copy(content, path, limit));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private static String copy(InputStream content, Path path, DataSize limit) throws IOException {
        MessageDigest digest = Sha256.digest();
        long size = 0;
        try (OutputStream out = Files.newOutputStream(path)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > limit.toBytes()) {
                    throw TooLarge.because("The file is larger than " + FileSize.exactly(limit)
                            + ", which is the most that is allowed.");
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        if (size == 0) {
            throw Refused.because("The file is empty. Choose a file that has content.");
        }
        return Sha256.hex(digest.digest());
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
