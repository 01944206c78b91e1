package io.closeout.workflow.web;

import io.closeout.workflow.difference.DecisionTable;
import io.closeout.workflow.difference.ElementDifference;
import io.closeout.workflow.difference.LineDifference;
import io.closeout.workflow.difference.RowDifference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model on a page of its own. "Shipped" is filled only where the shipped one differs.
 *
 * @param drawing a picture of a process
 * @param table a decision's table; null for other models, and for a decision that is none
 * @param rows both tables as one; null where nothing differs or the columns do
 * @param lines both files as one; null where nothing differs or they are too long
 */
public record ModelDetail(
        ModelLine line,
        boolean differs,
        boolean canBeReplaced,
        @Nullable String drawing,
        @Nullable String shippedDrawing,
        List<ElementDifference.Changed> elements,
        @Nullable DecisionTable table,
        @Nullable DecisionTable shippedTable,
        @Nullable RowDifference rows,
        @Nullable LineDifference lines) {}
