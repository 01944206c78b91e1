package io.closeout.intake.tables;

import io.closeout.intake.parser.ScanHeader;
import io.closeout.intake.parser.ScanInput;
import io.closeout.intake.parser.ScanRecord;
import io.closeout.intake.parser.ScanSink;
import io.closeout.intake.parser.ScanUnreadable;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.intake.parser.Skipped;
import io.closeout.intake.parser.TableShape;
import io.closeout.intake.parser.generic.OwnTableParser;
import io.closeout.intake.parser.generic.TableLayout;
import io.closeout.intake.parser.generic.TableLook;
import io.closeout.intake.parser.registry.ParserRegistry;
import io.closeout.shared.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file with a table in it, to look at before anything is read. */
public final class TableFile {

    private static final int ROWS = 10;

    private final List<ScanInput> tables;

    private TableFile(List<ScanInput> tables) {
        this.tables = tables;
    }

    /** @throws Refused if there is no table in it */
    public static TableFile of(ScanInput file) {
        try {
            List<ScanInput> tables = new ParserRegistry().tables(file);
            if (tables.isEmpty()) {
                throw Refused.because(file.name() + " holds no table whose columns could be described.");
            }
            return new TableFile(tables);
        } catch (IOException broken) {
            throw new UncheckedIOException("The stored file " + file.name() + " cannot be read", broken);
        }
    }

    /** Names of the sheets of a workbook that hold a table; empty for other files. */
    public List<String> sheets() {
        return tables.stream().flatMap(table -> table.sheet().stream()).toList();
    }

    /** @param sheet the first table if there is none of this name */
    public TableLook look(@Nullable String sheet, TableShape shape) {
        ScanInput table = table(sheet);
        try {
            return TableLook.of(table, shape)
                    .orElseThrow(() -> Refused.because("In this encoding and with this separator, " + table.name()
                            + " does not look like a table."));
        } catch (IOException broken) {
            throw new UncheckedIOException("The stored file " + table.name() + " cannot be read", broken);
        }
    }

    private ScanInput table(@Nullable String sheet) {
        return tables.stream()
                .filter(table -> Objects.equals(table.sheet().orElse(null), sheet))
                .findFirst()
                .orElse(tables.get(0));
    }

    /**
     * The first rows as they would be read.
     *
     * @param problem why the file cannot be read to its end, if it is met within these rows; null if it is not
     */
    public record Preview(
            List<ScanRecord> records,
            List<Skipped> skipped,
            @Nullable String problem) {}

    public Preview preview(@Nullable String sheet, TableLayout layout) {
        FirstRows rows = new FirstRows();
        try {
            new OwnTableParser("own-table", "table", "", layout).parse(table(sheet), rows);
        } catch (Enough enough) {
            // that many are shown
        } catch (ScanUnreadable unreadable) {
            return new Preview(rows.records, rows.skipped, unreadable.getMessage());
        } catch (IOException broken) {
            throw new UncheckedIOException("The stored file cannot be read", broken);
        }
        return new Preview(rows.records, rows.skipped, null);
    }

    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;

        Enough() {
            super(null, null, false, false);
        }
    }

    private static final class FirstRows implements ScanSink {

        private final List<ScanRecord> records = new ArrayList<>();
        private final List<Skipped> skipped = new ArrayList<>();

        @Override
        public void header(ScanHeader header) {}

        @Override
        public void record(ScanRecord record) {
            records.add(record);
            stopAfter();
        }

        @Override
        public void host(ScannedHost host) {}

        @Override
        public void skipped(Skipped left) {
            skipped.add(left);
            stopAfter();
        }

        private void stopAfter() {
            if (records.size() + skipped.size() >= ROWS) {
                throw new Enough();
            }
        }
    }
}
