package io.closeout.intake.parser.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A sheet as comma-separated values in UTF-8, written while it is read. Line n of it, as far as rows are counted, is row n of the sheet; rows
 * are as wide as the widest before them, since a sheet leaves out empty cells at their end.
 */
final class SheetText extends InputStream {

    private static final byte[] NOTHING = {};

    private final SheetRows rows;
    private byte[] text = NOTHING;
    private int read;
    private int written;
    private int width;
    private boolean ended;

    SheetText(SheetRows rows) {
        this.rows = rows;
    }

    @Override
    public int read() throws IOException {
        return more() ? text[read++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int count = Math.min(length, text.length - read);
        System.arraycopy(text, read, target, offset, count);
        read += count;
        return count;
    }

    private boolean more() throws IOException {
        if (read < text.length) {
            return true;
        }
        if (ended || !rows.next()) {
            ended = true;
            return false;
        }
        StringBuilder lines = new StringBuilder();
        while (++written < rows.row()) {
            lines.append('\n');
        }
        write(rows.cells(), lines);
        text = lines.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        read = 0;
        return true;
    }

    private void write(List<String> cells, StringBuilder line) {
        width = Math.max(width, cells.size());
        for (int i = 0; i < width; i++) {
            line.append(i == 0 ? "" : ",");
            if (i < cells.size() && !cells.get(i).isEmpty()) {
                line.append('"').append(cells.get(i).replace("\"", "\"\"")).append('"');
            }
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
