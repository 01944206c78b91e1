package io.closeout.exchange;

import io.closeout.register.PoamId;
import org.jspecify.annotations.Nullable;

/**
 * A cell that says something else than the register.
 *
 * @param inRegister as an export would write it now
 * @param refused why it cannot come into the register from here, and what to do instead; null if it can
 */
public record ComparedCell(
        PoamId item,
        MergeField field,
        String inRegister,
        String inWorkbook,
        Change change,
        @Nullable String refused) {

    /** Where the difference comes from, as far as the export noted what it wrote. */
    public enum Change {
        WORKBOOK,
        /** The workbook still says what was exported. */
        REGISTER,
        BOTH,
        /** Nobody knows what was exported. */
        UNKNOWN
    }

    /** By which a decision names it. */
    public String key() {
        return item + "/" + field.name();
    }

    /** Whether somebody has to say which of the two counts. */
    public boolean isConflict() {
        return refused == null && (change == Change.BOTH || change == Change.UNKNOWN);
    }

    /** Whether the workbook's may be taken. */
    public boolean isOffered() {
        return refused == null && change != Change.REGISTER;
    }

    /** Whether the workbook's is taken unless somebody says otherwise. */
    public boolean isTakenByDefault() {
        return refused == null && change == Change.WORKBOOK;
    }
}
