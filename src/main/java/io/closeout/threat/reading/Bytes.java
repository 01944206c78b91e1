package io.closeout.threat.reading;

import io.closeout.shared.TooLarge;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;

/** Streams of bytes from strangers. */
final class Bytes {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private Bytes() {}

    /** Without UTF-8's byte order mark, which programs on Windows put in front. */
    static InputStream withoutMark(InputStream in) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(in, MARK.length);
        byte[] first = bytes.readNBytes(MARK.length);
        if (!Arrays.equals(first, MARK)) {
            bytes.unread(first);
        }
        return bytes;
    }

    /** A stream that ends with a refusal instead of handing out more, whatever was packed into it. */
    static InputStream atMost(long limit, InputStream in, String refusal) {
        return new FilterInputStream(in) {

            private long left = limit;

            @Override
            public int read() throws IOException {
                int next = super.read();
                count(next < 0 ? 0 : 1);
                return next;
            }

            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                int read = super.read(buffer, from, length);
                count(Math.max(read, 0));
                return read;
            }

            private void count(int bytes) {
                left -= bytes;
                if (left < 0) {
                    throw TooLarge.because(refusal);
                }
            }
        };
    }
}
