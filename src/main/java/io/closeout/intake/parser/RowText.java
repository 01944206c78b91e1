package io.closeout.intake.parser;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** The text under a table. Counts what a row takes; what is read ahead counts for the row at hand, which the limit allows for. */
final class RowText extends FilterReader {

    private long inRow;
    private char last = '\n';

    RowText(Reader in) {
        super(in);
    }

    void rowStarts() {
        inRow = 0;
    }

    boolean endsWithLineBreak() {
        return last == '\n' || last == '\r';
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        if (count > 0) {
            inRow += count;
            last = target[offset + count - 1];
        }
        if (inRow > CsvRows.ROW_LIMIT) {
            throw new TooLong();
        }
        return count;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;
    }
}
