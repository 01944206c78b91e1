package io.closeout.intake.tables;

import io.closeout.intake.parser.generic.OwnTableParser;
import io.closeout.intake.parser.generic.TableLayout;
import java.time.Instant;

/**
 * A version of a description of a table.
 *
 * @param family of the findings that are read with it; part of their identity
 * @param newest whether files are read with this version
 */
public record OwnTable(
        long id,
        String name,
        String family,
        int version,
        boolean newest,
        TableLayout layout,
        String changedBy,
        Instant changedAt) {

    /** As imports name it. */
    public String format() {
        return "own-table-" + id + "-v" + version;
    }

    String subject() {
        return "table:" + id;
    }

    OwnTableParser parser() {
        return new OwnTableParser(format(), family, name, layout);
    }
}
