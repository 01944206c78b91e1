package io.closeout.reporting.excel;

import org.apache.poi.ss.usermodel.CellStyle;

/** Takes the cells of a row, from left to right. */
interface CellSink {

    void text(String text, CellStyle style);

    void number(double number, CellStyle style);

    void empty(CellStyle style);
}
