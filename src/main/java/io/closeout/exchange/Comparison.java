package io.closeout.exchange;

import io.closeout.shared.Sha256;
import java.util.List;
import java.util.stream.Stream;

/** What would become of each row of a workbook, in the order of its rows. Nothing has changed by it. */
public record Comparison(List<ComparedRow> rows) {

    public Comparison {
        rows = List.copyOf(rows);
    }

    public List<ComparedRow> of(Outcome outcome) {
        return rows.stream().filter(each -> each.outcome() == outcome).toList();
    }

    public int count(Outcome outcome) {
        return of(outcome).size();
    }

    public Stream<ComparedCell> cells() {
        return rows.stream().flatMap(each -> each.cells().stream());
    }

    /** Whether somebody would ask for more time by it. */
    public boolean asksForMoreTime() {
        return cells().anyMatch(each -> each.isOffered() && each.field() == MergeField.PLANNED_COMPLETION);
    }

    /** Tells two comparisons of the same workbook apart: the register may go on while a person decides. */
    public String digest() {
        return Sha256.of(rows.toString());
    }
}
