package io.closeout.intake.parser;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table each of whose rows is one cell that holds the row: {@code "QID,""Title"",""Severity"""}, as spreadsheets save a table that they
 * took for text, and as Qualys exports some. Reads as the table inside. Quotation marks in a cell that should have been doubled and were not
 * are kept.
 */
final class WrappedRows extends Reader {

    private final RowText outside;
    private final CSVParser csv;
    private final Iterator<CSVRecord> records;
    private String row = "";
    private int read;

    private WrappedRows(RowText outside) throws IOException {
        this.outside = outside;
        this.csv = CSVParser.builder()
                .setReader(outside)
                .setFormat(CSVFormat.RFC4180.builder().setTrailingData(true).get())
                .get();
        this.records = csv.iterator();
    }

    /** @param in closed together with this reader */
    static WrappedRows of(InputStream in) throws IOException {
        return new WrappedRows(new RowText(TextReader.of(in)));
    }

    @Override
    public int read(char[] target, int offset, int length) {
        if (read == row.length()) {
            outside.rowStarts();
            if (!records.hasNext()) {
                return -1;
            }
            row = inside(records.next());
            read = 0;
        }
        int count = Math.min(length, row.length() - read);
        row.getChars(read, read + count, target, offset);
        read += count;
        return count;
    }

    private static String inside(CSVRecord record) {
        List<String> cells = record.size() == 1 ? cells(record.get(0)) : record.toList();
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            line.append(line.isEmpty() ? "" : ",")
                    .append('"')
                    .append(cell.replace("\"", "\"\""))
                    .append('"');
        }
        return line.append('\n').toString();
    }

    /** A cell in quotation marks ends where a comma, or nothing, follows one. */
    private static List<String> cells(String row) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < row.length(); i++) {
            char next = row.charAt(i);
            if (next == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (next != '"') {
                cell.append(next);
            } else if (!quoted && cell.isEmpty()) {
                quoted = true;
            } else if (quoted && endsCell(row, i)) {
                quoted = false;
            } else {
                cell.append('"');
                i += isDoubled(row, i) ? 1 : 0;
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private static boolean endsCell(String row, int quote) {
        return quote + 1 == row.length() || row.charAt(quote + 1) == ',';
    }

    private static boolean isDoubled(String row, int quote) {
        return quote + 1 < row.length() && row.charAt(quote + 1) == '"' && !endsCell(row, quote + 1);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
