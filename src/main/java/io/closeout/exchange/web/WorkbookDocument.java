package io.closeout.exchange.web;

import io.closeout.exchange.ComparedCell;
import io.closeout.exchange.ComparedRow;
import io.closeout.exchange.Comparison;
import io.closeout.exchange.HandedIn;
import io.closeout.exchange.Outcome;
import io.closeout.exchange.WorkbookState;
import io.closeout.register.PoamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A workbook as the API tells it.
 *
 * @param comparison what would become of its rows; missing once it is decided
 */
record WorkbookDocument(
        long id,
        String fileName,
        String scope,
        String layout,
        WorkbookState state,
        String receivedBy,
        Instant receivedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        HandedIn.Counts counts,
        @Nullable ComparisonDocument comparison) {

    static WorkbookDocument of(HandedIn workbook, @Nullable Comparison comparison) {
        Optional<HandedIn.Decided> decided = Optional.ofNullable(workbook.decided());
        return new WorkbookDocument(
                workbook.id(),
                workbook.fileName(),
                workbook.scopeId(),
                workbook.layout().id(),
                workbook.state(),
                workbook.receivedBy(),
                workbook.receivedAt(),
                decided.map(HandedIn.Decided::by).orElse(null),
                decided.map(HandedIn.Decided::at).orElse(null),
                decided.map(HandedIn.Decided::reason).orElse(null),
                workbook.counts(),
                comparison == null ? null : ComparisonDocument.of(comparison));
    }

    /** @param digest to be sent back with the decision, so that it holds for what was looked at */
    record ComparisonDocument(String digest, boolean asksForMoreTime, List<RowDocument> rows) {

        static ComparisonDocument of(Comparison comparison) {
            return new ComparisonDocument(
                    comparison.digest(),
                    comparison.asksForMoreTime(),
                    comparison.rows().stream().map(RowDocument::of).toList());
        }
    }

    /** @param row 0 for a sheet as a whole */
    record RowDocument(
            String sheet,
            int row,
            String id,
            String title,
            Outcome outcome,
            @Nullable String item,
            @Nullable String why,
            List<String> notes,
            List<CellDocument> cells) {

        static RowDocument of(ComparedRow row) {
            return new RowDocument(
                    row.place().sheet(),
                    row.place().row(),
                    row.rowId(),
                    row.title(),
                    row.outcome(),
                    Optional.ofNullable(row.item()).map(PoamId::text).orElse(null),
                    row.why(),
                    row.notes(),
                    row.cells().stream().map(CellDocument::of).toList());
        }
    }

    /**
     * @param key by which a choice names the cell
     * @param change where the difference comes from
     * @param chosen which counts unless a choice says otherwise: workbook or register
     */
    record CellDocument(
            String key,
            String column,
            String register,
            String workbook,
            ComparedCell.Change change,
            boolean conflict,
            String chosen,
            @Nullable String refused) {

        static CellDocument of(ComparedCell cell) {
            return new CellDocument(
                    cell.key(),
                    cell.field().heading(),
                    cell.inRegister(),
                    cell.inWorkbook(),
                    cell.change(),
                    cell.isConflict(),
                    cell.isTakenByDefault() ? "workbook" : "register",
                    cell.refused());
        }
    }
}
