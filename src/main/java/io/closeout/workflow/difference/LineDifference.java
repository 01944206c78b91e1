package io.closeout.workflow.difference;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of a text as one list of lines: what stands in both, in the older, in the newer. Long runs of equal lines are left out.
 *
 * @param lines in the order of the texts
 */
public record LineDifference(List<Line> lines) {

    /** More would make neither a page that a person reads nor one that is quickly drawn. */
    private static final int MOST_LINES = 10_000;

    private static final int CONTEXT = 3;

    /**
     * @param before number in the older text, from 1; null if the line is not in it; both null where lines are left out
     * @param text of the line; empty where lines are left out
     * @param leftOut how many equal lines are not shown in this place, usually 0
     */
    public record Line(
            Mark mark, @Nullable Integer before, @Nullable Integer after, String text, int leftOut) {}

    /** Empty if one of the texts has more than 10,000 lines. */
    public static Optional<LineDifference> between(byte[] before, byte[] after) {
        List<String> older = lines(before);
        List<String> newer = lines(after);
        return Math.max(older.size(), newer.size()) > MOST_LINES
                ? Optional.empty()
                : Optional.of(new LineDifference(compared(older, newer)));
    }

    private static List<String> lines(byte[] text) {
        return new String(text, StandardCharsets.UTF_8).lines().toList();
    }

    private static List<Line> compared(List<String> older, List<String> newer) {
        List<Line> lines = new ArrayList<>();
        for (AbstractDelta<String> part : DiffUtils.diff(older, newer, true).getDeltas()) {
            if (part.getType() == DeltaType.EQUAL) {
                addEqual(part, newer.size(), lines);
            } else {
                addChanged(part, lines);
            }
        }
        return lines;
    }

    private static void addChanged(AbstractDelta<String> part, List<Line> lines) {
        int number = part.getSource().getPosition();
        for (String text : part.getSource().getLines()) {
            lines.add(new Line(Mark.BEFORE, ++number, null, text, 0));
        }
        number = part.getTarget().getPosition();
        for (String text : part.getTarget().getLines()) {
            lines.add(new Line(Mark.AFTER, null, ++number, text, 0));
        }
    }

    /** Of a run between two changes its first and last lines are shown, at the ends of the text only those next to the change. */
    private static void addEqual(AbstractDelta<String> part, int total, List<Line> lines) {
        int size = part.getTarget().size();
        int head = part.getTarget().getPosition() == 0 ? 0 : CONTEXT;
        int tail = part.getTarget().getPosition() + size == total ? 0 : CONTEXT;
        int leftOut = size - head - tail;
        for (int i = 0; i < size; i++) {
            if (leftOut > 0 && i == head) {
                lines.add(new Line(Mark.BOTH, null, null, "", leftOut));
                i += leftOut - 1;
            } else {
                lines.add(new Line(
                        Mark.BOTH,
                        part.getSource().getPosition() + i + 1,
                        part.getTarget().getPosition() + i + 1,
                        part.getTarget().getLines().get(i),
                        0));
            }
        }
    }
}
