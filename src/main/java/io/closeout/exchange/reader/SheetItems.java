package io.closeout.exchange.reader;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes items of the rows of one sheet, one after the other; each row is an item, part of one, or left out. */
final class SheetItems {

    private final Headings headings;
    private final String sheet;
    private final List<ReadItem> items;
    private final List<LeftOut> leftOut;
    private @Nullable EmassRows waiting;

    SheetItems(Headings headings, String sheet, List<ReadItem> items, List<LeftOut> leftOut) {
        this.headings = headings;
        this.sheet = sheet;
        this.items = items;
        this.leftOut = leftOut;
    }

    void add(int number, List<String> cells) {
        RowCells row = new RowCells(headings, new Place(sheet, number), cells);
        if (row.isBlank()) {
            return;
        }
        attempt(row.place(), () -> {
            row.mustFit();
            switch (headings.layout()) {
                case CLOSEOUT -> items.add(CloseoutRows.item(row));
                case FEDRAMP -> items.add(FedrampRows.item(row));
                case EMASS -> addEmass(row);
            }
        });
    }

    private void addEmass(RowCells row) {
        if (waiting != null && waiting.continuesIn(row)) {
            waiting.addMilestone(row);
            return;
        }
        finish();
        row.needed(Field.DESCRIPTION);
        waiting = new EmassRows(row);
    }

    /** To be called after the last row. */
    void finish() {
        EmassRows whole = waiting;
        waiting = null;
        if (whole != null) {
            attempt(whole.place(), () -> items.add(whole.item()));
        }
    }

    private void attempt(Place place, Runnable reading) {
        try {
            reading.run();
        } catch (UnusableRow unusable) {
            leftOut.add(new LeftOut(place, unusable.why()));
        }
    }
}
