package io.closeout.intake.parser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The one way to read CSV from outside, row by row. Where the columns are named, and which character separates them, is found by
 * the columns that a parser asks for: exports put lines about the report in front, and spreadsheets write semicolons or tabs. Names
 * are compared without case and surrounding blanks. Rows that were put into quotation marks as a whole are read as well. A row is limited in size; a quotation mark that never ends and a last row
 * that breaks off surface as {@link ScanUnreadable}.
 */
public final class CsvRows implements AutoCloseable {

    /** Of one row, in characters. */
    public static final int ROW_LIMIT = 16 * 1024 * 1024;

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    private static final int ROWS_BEFORE_NAMES = 30;
    private static final int TWICE = -1;
    private static final int FEWEST_COLUMNS = 3;
    private static final int LONGEST_NAME = 200;

    private final CSVParser csv;
    private final RowText text;
    private final Iterator<CSVRecord> records;
    private final boolean ofSheet;
    private final char separator;
    private List<String> names = List.of();
    private Map<String, Integer> columns = Map.of();
    private int width;
    private long line;
    private long lineOfNext;
    private boolean lookedAhead;
    private @Nullable CSVRecord row;

    private CsvRows(RowText text, char separator, boolean ofSheet) throws IOException {
        this.text = text;
        this.separator = separator;
        this.ofSheet = ofSheet;
        this.csv = CSVParser.builder()
                .setReader(text)
                .setFormat(CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(separator)
                        .setTrailingData(true)
                        .get())
                .get();
        this.records = csv.iterator();
    }

    /**
     * Stands before the first row.
     *
     * @param layouts columns of which all must be there, for each layout that will do
     * @throws ScanUnreadable if the columns of no layout are named near the beginning
     */
    @SafeVarargs
    public static CsvRows open(ScanInput in, Set<String>... layouts) throws IOException {
        for (char separator : SEPARATORS) {
            CsvRows rows = of(in, separator);
            if (rows.findNames(layouts)) {
                return rows;
            }
            rows.close();
        }
        CsvRows wrapped = new CsvRows(new RowText(WrappedRows.of(in.open())), ',', false);
        if (wrapped.findNames(layouts)) {
            return wrapped;
        }
        wrapped.close();
        throw ScanUnreadable.because("No line names the columns " + String.join(", ", layouts[0]) + ".");
    }

    /**
     * Stands before the first row of a table that somebody described.
     *
     * @throws ScanUnreadable if no line near the beginning names just these columns
     */
    public static CsvRows open(ScanInput in, TableShape shape) throws IOException {
        Set<String> wanted = shape.columns().stream().map(CsvRows::normal).collect(Collectors.toSet());
        for (char separator : separators(shape)) {
            CsvRows rows = of(in, separator, shape);
            if (rows.findNames(names -> names.keySet().equals(wanted))) {
                return rows;
            }
            rows.close();
        }
        throw ScanUnreadable.because("No line names the columns " + String.join(", ", shape.columns()) + ".");
    }

    /**
     * Stands before the first row of a table about which nothing is known: the first line near the beginning that names columns, with a row
     * as wide below it. The separator that makes most columns counts.
     *
     * @return empty if the file does not look like a table
     */
    public static Optional<CsvRows> guess(ScanInput in, TableShape shape) throws IOException {
        char best = 0;
        int most = FEWEST_COLUMNS - 1;
        for (char separator : separators(shape)) {
            try (CsvRows rows = of(in, separator, shape)) {
                if (rows.findNames(CsvRows::areNames)
                        && rows.width > most
                        && rows.advance()
                        && rows.fits(rows.current())) {
                    best = separator;
                    most = rows.width;
                }
            } catch (ScanUnreadable withThisSeparator) {
                // the next one
            }
        }
        if (best == 0) {
            return Optional.empty();
        }
        CsvRows rows = of(in, best, shape);
        rows.findNames(CsvRows::areNames);
        return Optional.of(rows);
    }

    private static List<Character> separators(TableShape shape) {
        return shape.separator() == null ? SEPARATORS : List.of(shape.separator());
    }

    private static CsvRows of(ScanInput in, char separator, TableShape shape) throws IOException {
        return new CsvRows(
                new RowText(shape.reader(in.open())), separator, in.sheet().isPresent());
    }

    private static CsvRows of(ScanInput in, char separator) throws IOException {
        return new CsvRows(
                new RowText(TextReader.of(in.open())), separator, in.sheet().isPresent());
    }

    private static boolean areNames(Map<String, Integer> names) {
        return names.size() >= FEWEST_COLUMNS
                && names.keySet().stream()
                        .allMatch(name -> name.length() <= LONGEST_NAME
                                && name.chars()
                                        .noneMatch(
                                                c -> c == 0xFFFD || (c < ' ' && c != '\n' && c != '\r' && c != '\t')))
                && names.keySet().stream().anyMatch(name -> name.chars().anyMatch(Character::isLetter));
    }

    /** Of the columns as the file writes them, in its order; those without a name are left out. */
    public List<String> names() {
        return List.copyOf(names);
    }

    public char separator() {
        return separator;
    }

    static boolean namesExactly(ScanInput head, TableShape shape) throws IOException {
        try (CsvRows rows = open(head, shape)) {
            return true;
        } catch (ScanUnreadable otherwise) {
            return false;
        }
    }

    /** Whether the columns of a layout are named near the beginning. */
    @SafeVarargs
    static boolean names(ScanInput head, Set<String>... layouts) throws IOException {
        try (CsvRows rows = open(head, layouts)) {
            return true;
        } catch (ScanUnreadable otherwise) {
            return false;
        }
    }

    private boolean findNames(Set<String>[] layouts) throws IOException {
        return findNames(names -> Arrays.stream(layouts)
                .anyMatch(layout -> layout.stream().allMatch(column -> names.containsKey(normal(column)))));
    }

    private boolean findNames(Predicate<Map<String, Integer>> wanted) throws IOException {
        try {
            for (int i = 0; i < ROWS_BEFORE_NAMES && advance(); i++) {
                Map<String, Integer> found = names(current());
                if (wanted.test(found)) {
                    columns = found;
                    this.names = current().stream()
                            .map(String::strip)
                            .filter(name -> !name.isEmpty())
                            .toList();
                    width = current().size();
                    return true;
                }
            }
            return false;
        } catch (ScanUnreadable withThisSeparator) {
            return false;
        }
    }

    private static Map<String, Integer> names(CSVRecord record) {
        Map<String, Integer> names = new HashMap<>();
        for (int i = 0; i < record.size(); i++) {
            String name = normal(record.get(i));
            if (!name.isEmpty()) {
                names.merge(name, i, (one, other) -> TWICE);
            }
        }
        return names;
    }

    private static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Moves to the next row that is not blank. A row with other cells than there are columns is no row of the table: it is handed to
     * the sink as skipped.
     */
    public boolean next(ScanSink sink) throws IOException {
        while (advance()) {
            CSVRecord record = current();
            if (isBlank(record)) {
                continue;
            }
            if (fits(record)) {
                return true;
            }
            if (!hasNext() && !text.endsWithLineBreak()) {
                throw ScanUnreadable.at(place(), "the file breaks off in the middle of a row. Export it again.");
            }
            sink.skipped(Skipped.result(
                    place(), "a row of " + record.size() + " cells, where " + width + " columns are named"));
        }
        return false;
    }

    /** Empty cells at the end may be too many, but none may be missing. */
    private boolean fits(CSVRecord record) {
        return record.size() == width
                || (record.size() > width && record.stream().skip(width).allMatch(String::isBlank));
    }

    private static boolean isBlank(CSVRecord record) {
        return record.stream().allMatch(String::isBlank);
    }

    private boolean advance() throws IOException {
        if (!hasNext()) {
            return false;
        }
        row = records.next();
        line = ofSheet ? row.getRecordNumber() : lineOfNext;
        lookedAhead = false;
        return true;
    }

    private boolean hasNext() throws IOException {
        if (!lookedAhead) {
            lineOfNext = csv.getCurrentLineNumber() + 1;
            text.rowStarts();
            lookedAhead = true;
        }
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException || e.getCause() instanceof RowText.TooLong) {
                throw ScanUnreadable.at("line " + lineOfNext, why(e.getCause()));
            }
            throw e.getCause();
        }
    }

    private static String why(IOException cause) {
        return cause instanceof RowText.TooLong
                ? "a row is longer than the limit of " + ROW_LIMIT + " characters. Is a quotation mark missing?"
                : "a cell begins with a quotation mark that never ends. Was the file cut off? Export it again.";
    }

    private CSVRecord current() {
        if (row == null) {
            throw new IllegalStateException("No row was asked for");
        }
        return row;
    }

    public boolean has(String column) {
        return columns.containsKey(normal(column));
    }

    /**
     * Of the current row, without surrounding blanks.
     *
     * @param names of one column; the first that the file has counts
     * @return empty if the cell is empty, or no such column is there
     * @throws ScanUnreadable if the column is there twice
     */
    public String get(String... names) {
        return Arrays.stream(names)
                .map(name -> Optional.ofNullable(columns.get(normal(name))).map(place -> cell(name, place)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
    }

    /** As {@link #get}, of different columns: the first cell that is not empty. */
    public String first(String... names) {
        return Arrays.stream(names)
                .map(this::get)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String cell(String name, int place) {
        if (place == TWICE) {
            throw ScanUnreadable.because(
                    "The column \"" + name + "\" is there twice. Remove one and hand it in again.");
        }
        return current().get(place).strip();
    }

    /** Where the current row begins, for people. */
    public String place() {
        return (ofSheet ? "row " : "line ") + line;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
