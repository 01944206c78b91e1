package io.closeout.workflow.difference;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Two versions of a decision table as one: rows of both, of the older, of the newer, in their order. */
public record RowDifference(List<String> columns, List<Row> rows) {

    public record Row(Mark mark, List<Cell> cells) {}

    /** @param changed whether it differs from the same cell of the row that it replaces or is replaced by */
    public record Cell(String text, boolean changed) {}

    /** Empty if the tables have different columns, so that no row can be compared. */
    public static Optional<RowDifference> between(DecisionTable before, DecisionTable after) {
        if (!before.columns().equals(after.columns())) {
            return Optional.empty();
        }
        List<Row> rows = new ArrayList<>();
        DiffUtils.diff(before.rows(), after.rows(), true).getDeltas().forEach(part -> add(part, rows));
        return Optional.of(new RowDifference(after.columns(), rows));
    }

    private static void add(AbstractDelta<List<String>> part, List<Row> rows) {
        if (part.getType() == DeltaType.EQUAL) {
            part.getTarget().getLines().forEach(cells -> rows.add(row(Mark.BOTH, cells, cells)));
            return;
        }
        int most = Math.max(part.getSource().size(), part.getTarget().size());
        for (int i = 0; i < most; i++) {
            Optional<List<String>> older = at(part.getSource(), i);
            Optional<List<String>> newer = at(part.getTarget(), i);
            older.ifPresent(cells -> rows.add(row(Mark.BEFORE, cells, newer.orElse(cells))));
            newer.ifPresent(cells -> rows.add(row(Mark.AFTER, cells, older.orElse(cells))));
        }
    }

    private static Optional<List<String>> at(Chunk<List<String>> chunk, int index) {
        return index < chunk.size() ? Optional.of(chunk.getLines().get(index)) : Optional.empty();
    }

    private static Row row(Mark mark, List<String> cells, List<String> other) {
        return new Row(
                mark,
                IntStream.range(0, cells.size())
                        .mapToObj(
                                i -> new Cell(cells.get(i), !cells.get(i).equals(i < other.size() ? other.get(i) : "")))
                        .toList());
    }
}
