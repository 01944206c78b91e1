package io.closeout.reporting.excel;

import java.io.IOException;
import java.io.Writer;

/** Gathers small pieces of text for one thread; Java's own buffer takes a lock for each, some thirty times a cell. */
final class PieceWriter extends Writer {

    private final Writer out;
    private final char[] gathered = new char[16_384];
    private int length;

    PieceWriter(Writer out) {
        this.out = out;
    }

    @Override
    public void write(int character) throws IOException {
        makeRoom(1);
        gathered[length++] = (char) character;
    }

    @Override
    public void write(char[] text, int from, int count) throws IOException {
        if (count > gathered.length) {
            passOn();
            out.write(text, from, count);
        } else {
            makeRoom(count);
            System.arraycopy(text, from, gathered, length, count);
            length += count;
        }
    }

    @Override
    public void write(String text, int from, int count) throws IOException {
        if (count > gathered.length) {
            passOn();
            out.write(text, from, count);
        } else {
            makeRoom(count);
            text.getChars(from, from + count, gathered, length);
            length += count;
        }
    }

    private void makeRoom(int count) throws IOException {
        if (count > gathered.length - length) {
            passOn();
        }
    }

    /** Nothing more to pass on after closing, which POI does twice. */
    private void passOn() throws IOException {
        if (length > 0) {
            out.write(gathered, 0, length);
            length = 0;
        }
    }

    @Override
    public void flush() throws IOException {
        passOn();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        passOn();
        out.close();
    }
}
