package io.closeout.intake.parser;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Text whose encoding nobody told: UTF-16 by its byte order mark or, without one, by its zero bytes; UTF-8 otherwise. Bytes that
 * are no UTF-8 are taken for Windows-1252, the superset of Latin-1 that spreadsheets write. NUL is left out, since no text
 * column holds it.
 */
public final class TextReader extends Reader {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int BUFFER = 32 * 1024;
    private static final int MARK = 4;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final boolean fallsBack;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
    private boolean ended;

    private TextReader(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder();
        this.fallsBack = charset.equals(StandardCharsets.UTF_8);
    }

    /** @param in closed together with this reader */
    public static TextReader of(InputStream in) throws IOException {
        PushbackInputStream all = new PushbackInputStream(in, MARK);
        byte[] head = new byte[MARK];
        int length = all.readNBytes(head, 0, MARK);
        int mark = lengthOfMark(head, length);
        all.unread(head, mark, length - mark);
        return new TextReader(all, charset(head, length));
    }

    /**
     * For text whose encoding somebody told.
     *
     * @param in closed together with this reader
     */
    public static TextReader of(InputStream in, Charset charset) {
        return new TextReader(in, charset);
    }

    private static int lengthOfMark(byte[] head, int length) {
        if (startsWith(head, length, 0xEF, 0xBB, 0xBF)) {
            return 3;
        }
        return startsWith(head, length, 0xFE, 0xFF) || startsWith(head, length, 0xFF, 0xFE) ? 2 : 0;
    }

    private static Charset charset(byte[] head, int length) {
        if (startsWith(head, length, 0xFE, 0xFF) || (length > 1 && head[0] == 0 && head[1] != 0)) {
            return StandardCharsets.UTF_16BE;
        }
        if (startsWith(head, length, 0xFF, 0xFE) || (length > 1 && head[0] != 0 && head[1] == 0)) {
            return StandardCharsets.UTF_16LE;
        }
        return StandardCharsets.UTF_8;
    }

    private static boolean startsWith(byte[] head, int length, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= length || (head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            if (!chars.hasRemaining() && (count > 0 || !decodeMore())) {
                break;
            }
            char next = chars.get();
            if (next != '\0') {
                target[offset + count++] = next;
            }
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    /** @return {@code false} at the end of the text */
    private boolean decodeMore() throws IOException {
        chars.clear();
        while (chars.position() == 0 && !(ended && !bytes.hasRemaining())) {
            readMore();
            CoderResult result = decoder.decode(bytes, chars, ended);
            if (result.isError()) {
                standIn(result.length());
            } else if (ended && result.isUnderflow()) {
                decoder.flush(chars);
                bytes.position(bytes.limit());
            }
        }
        chars.flip();
        return chars.hasRemaining();
    }

    private void readMore() throws IOException {
        if (!ended) {
            bytes.compact();
            int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
            ended = count < 0;
            bytes.position(bytes.position() + Math.max(count, 0)).flip();
        }
    }

    private void standIn(int length) {
        for (int i = 0; i < length; i++) {
            byte odd = bytes.get();
            chars.put(
                    fallsBack
                            ? WINDOWS.decode(ByteBuffer.wrap(new byte[] {odd})).get()
                            : '\uFFFD');
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
