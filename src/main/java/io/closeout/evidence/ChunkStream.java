package io.closeout.evidence;

import io.closeout.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Objects;

/** Fetches one chunk at a time, and the last one only lets pass if all of them together give the digest. */
final class ChunkStream extends InputStream {

    private final FileRows rows;
    private final FileRows.Claimed file;
    private final MessageDigest digest = Sha256.digest();
    private byte[] chunk = new byte[0];
    private int position;
    private int fetched;

    ChunkStream(FileRows rows, FileRows.Claimed file) {
        this.rows = rows;
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        return atEnd() ? -1 : Byte.toUnsignedInt(chunk[position++]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (atEnd()) {
            return -1;
        }
        int count = Math.min(length, available());
        System.arraycopy(chunk, position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public int available() {
        return chunk.length - position;
    }

    private boolean atEnd() throws IOException {
        if (available() == 0 && fetched < file.chunks()) {
            fetch();
        }
        return available() == 0;
    }

    private void fetch() throws IOException {
        chunk = new byte[0];
        position = 0;
        byte[] next = rows.chunk(file.id(), fetched).orElseThrow(this::altered);
        digest.update(next);
        boolean last = fetched + 1 == file.chunks();
        if (last && !Sha256.hex(digest.digest()).equals(file.file().digest())) {
            throw altered();
        }
        chunk = next;
        fetched++;
    }

    private ContentAltered altered() {
        return new ContentAltered(file.file().digest());
    }
}
