package io.closeout.intake.parser;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharsetDecoder;
import java.util.Arrays;

/**
 * The bytes under {@link HardenedXml}. Passes over what real files carry before the first markup (a UTF-8 byte order
 * mark, blank lines), and stops an event that would not fit into memory before the XML reader has collected it.
 */
final class XmlBytes extends FilterInputStream {

    private static final byte[] UTF8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private static final int DECLARATION = 256;
    private static final int READ_AHEAD = 256 * 1024;

    private final int eventLimit;
    private final int skippedLines;
    private final CharsetDecoder decoder;
    private long sinceEvent;

    private XmlBytes(InputStream in, int eventLimit, int skippedLines, CharsetDecoder decoder) {
        super(in);
        this.eventLimit = eventLimit;
        this.skippedLines = skippedLines;
        this.decoder = decoder;
    }

    static XmlBytes startingAtMarkup(InputStream in, int eventLimit) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(new BufferedInputStream(in, READ_AHEAD), DECLARATION);
        passOverMark(bytes);
        int skippedLines = passOverBlanks(bytes);
        byte[] head = bytes.readNBytes(DECLARATION);
        bytes.unread(head);
        return new XmlBytes(bytes, eventLimit, skippedLines, XmlEncoding.decoder(head));
    }

    private static void passOverMark(PushbackInputStream bytes) throws IOException {
        byte[] start = bytes.readNBytes(UTF8_MARK.length);
        if (!Arrays.equals(start, UTF8_MARK)) {
            bytes.unread(start);
        }
    }

    private static int passOverBlanks(PushbackInputStream bytes) throws IOException {
        int lines = 0;
        int next = bytes.read();
        while (next == ' ' || next == '\t' || next == '\r' || next == '\n') {
            lines += next == '\n' ? 1 : 0;
            next = bytes.read();
        }
        if (next >= 0) {
            bytes.unread(next);
        }
        return lines;
    }

    /** All of it, in characters. */
    Reader characters() {
        return new InputStreamReader(this, decoder);
    }

    /** Lines passed over, which the XML reader does not count. */
    int skippedLines() {
        return skippedLines;
    }

    /** All bytes read so far belong to events that were handed over. */
    void eventEnded() {
        sinceEvent = 0;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) {
        sinceEvent += read;
        if (sinceEvent > eventLimit) {
            throw new EventTooLong();
        }
    }

    /** Unchecked, because the XML reader would dress a checked one up as broken XML. */
    static final class EventTooLong extends RuntimeException {
        EventTooLong() {
            super(null, null, false, false);
        }
    }
}
