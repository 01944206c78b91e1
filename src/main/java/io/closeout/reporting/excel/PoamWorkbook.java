package io.closeout.reporting.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;

/** A finished workbook that waits in temporary files; closing removes them. */
public final class PoamWorkbook implements AutoCloseable {

    private final LeanWorkbook workbook;
    private final int rows;
    private final LocalDate date;

    PoamWorkbook(LeanWorkbook workbook, int rows, LocalDate date) {
        this.workbook = workbook;
        this.rows = rows;
        this.date = date;
    }

    /** Items on all sheets. */
    public int rows() {
        return rows;
    }

    /** {@code poam-2026-11-22.xlsx}: the day in the policy's zone. */
    public String fileName() {
        return "poam-" + date + ".xlsx";
    }

    public void writeTo(OutputStream out) throws IOException {
        workbook.write(out);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
