package io.closeout.intake.parser.workbook;

import java.io.IOException;
import java.util.List;

/** A sheet as rows of cells. */
public interface WorkbookTable {

    String title();

    /** Whether people do not see it. */
    boolean hidden();

    /** Hands out the rows that the sheet holds, in their order, until the taker has enough. */
    void read(RowTaker taker) throws IOException;

    /** What is done with a row. */
    @FunctionalInterface
    interface RowTaker {

        /**
         * @param row its number, from 1
         * @param cells from the first column on; empty ones at the end may be missing
         * @return whether the next row is wanted
         */
        boolean take(int row, List<String> cells);
    }
}
