package io.closeout.exchange.reader;

/** Where something stands in a workbook. */
public record Place(String sheet, int row) {

    @Override
    public String toString() {
        return "sheet " + sheet + (row == 0 ? "" : ", row " + row);
    }
}
