package io.closeout.exchange;

import io.closeout.exchange.reader.Place;
import io.closeout.exchange.reader.ReadItem;
import io.closeout.register.PoamId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row beside the register.
 *
 * @param rowId the row's own id; empty where it has none
 * @param item that it is about, if the register has one
 * @param why for rows that are left out or were known
 * @param notes what the person should know of it
 * @param cells that differ
 */
public record ComparedRow(
        Place place,
        String rowId,
        String title,
        Outcome outcome,
        @Nullable PoamId item,
        @Nullable String why,
        List<String> notes,
        List<ComparedCell> cells) {

    public ComparedRow {
        notes = List.copyOf(notes);
        cells = List.copyOf(cells);
    }

    static ComparedRow fresh(ReadItem read, List<String> notes) {
        Outcome outcome = read.closed() ? Outcome.HISTORY : Outcome.OPENS;
        return new ComparedRow(read.place(), read.id(), read.title(), outcome, null, null, notes, List.of());
    }

    static ComparedRow known(ReadItem read, PoamId item) {
        String why = "it became " + item + " before; the register goes on from there";
        return new ComparedRow(read.place(), read.id(), read.title(), Outcome.KNOWN, item, why, List.of(), List.of());
    }

    static ComparedRow merged(ReadItem read, PoamId item, List<ComparedCell> cells, List<String> notes) {
        Outcome outcome = cells.isEmpty() ? Outcome.SAME : Outcome.DIFFERS;
        return new ComparedRow(read.place(), read.id(), read.title(), outcome, item, null, notes, cells);
    }

    static ComparedRow leftOut(ReadItem read, String why) {
        return new ComparedRow(
                read.place(), read.id(), read.title(), Outcome.LEFT_OUT, null, why, List.of(), List.of());
    }

    static ComparedRow leftOut(Place place, String why) {
        return new ComparedRow(place, "", "", Outcome.LEFT_OUT, null, why, List.of(), List.of());
    }
}
