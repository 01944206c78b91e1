package io.closeout.exchange;

import io.closeout.exchange.reader.Layout;
import io.closeout.exchange.reader.Told;
import io.closeout.shared.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The row of a workbook from which an item came.
 *
 * @param workbook id of what was handed in
 * @param originalSeverity before it was adjusted, where the layout tells both
 * @param told the row as it stood in the workbook
 */
public record TakenRow(
        long workbook,
        Layout layout,
        String fileName,
        String place,
        @Nullable Severity originalSeverity,
        List<Told> told) {}
