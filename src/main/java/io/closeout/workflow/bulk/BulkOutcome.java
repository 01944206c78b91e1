package io.closeout.workflow.bulk;

import io.closeout.register.PoamId;
import java.io.Serializable;
import java.util.List;

/** What became of each item, in the order in which they were named. */
public record BulkOutcome(List<Line> lines) implements Serializable {

    /** @param why it was not done, in plain words; empty if it was */
    public record Line(String item, String why) implements Serializable {

        static Line done(PoamId item) {
            return new Line(item.text(), "");
        }

        public boolean isDone() {
            return why.isEmpty();
        }
    }

    public BulkOutcome {
        lines = List.copyOf(lines);
    }

    public long done() {
        return lines.stream().filter(Line::isDone).count();
    }

    public List<Line> refused() {
        return lines.stream().filter(line -> !line.isDone()).toList();
    }
}
