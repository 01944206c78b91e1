package io.closeout.exchange;

import io.closeout.exchange.reader.Field;
import io.closeout.exchange.reader.Layout;
import io.closeout.exchange.reader.ReadItem;
import io.closeout.register.ItemStatus;
import io.closeout.reporting.excel.ExportedCells;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What a row says in the columns that are merged, in the words of our export. Columns that the sheet lacks are missing. */
final class WorkbookCells {

    private static final Map<MergeField, Field> FIELDS = new EnumMap<>(Map.ofEntries(
            Map.entry(MergeField.OWNER, Field.CONTACT_ADDRESS),
            Map.entry(MergeField.REMEDIATION, Field.REMEDIATION),
            Map.entry(MergeField.MILESTONES, Field.MILESTONES),
            Map.entry(MergeField.HOURS, Field.HOURS),
            Map.entry(MergeField.RESOURCES, Field.RESOURCES),
            Map.entry(MergeField.RESIDUAL_RISK, Field.RESIDUAL_RISK),
            Map.entry(MergeField.COMMENTS, Field.COMMENTS),
            Map.entry(MergeField.PLANNED_COMPLETION, Field.PLANNED_COMPLETION),
            Map.entry(MergeField.SEVERITY, Field.RATING),
            Map.entry(MergeField.STATUS, Field.STATUS),
            Map.entry(MergeField.TITLE, Field.TITLE),
            Map.entry(MergeField.DESCRIPTION, Field.DESCRIPTION),
            Map.entry(MergeField.DETECTED_ON, Field.DETECTED_ON),
            Map.entry(MergeField.ORIGINAL_COMPLETION, Field.ORIGINAL_COMPLETION)));

    /** What other layouts say in the same way. */
    private static final Set<MergeField> OF_ALL = EnumSet.of(
            MergeField.REMEDIATION, MergeField.RESOURCES, MergeField.COMMENTS, MergeField.PLANNED_COMPLETION);

    private WorkbookCells() {}

    static Map<MergeField, String> of(ReadItem read, Layout layout) {
        Map<MergeField, String> cells = new EnumMap<>(MergeField.class);
        FIELDS.forEach((merged, field) -> {
            String told = read.cells().get(field);
            if (told != null && (layout == Layout.CLOSEOUT || OF_ALL.contains(merged))) {
                cells.put(merged, cell(merged, told, read));
            }
        });
        return cells;
    }

    private static String cell(MergeField field, String told, ReadItem read) {
        return switch (field) {
            case HOURS -> ExportedCells.number(read.work().hours());
            case RESIDUAL_RISK -> ExportedCells.word(read.work().residualRisk());
            case SEVERITY -> ExportedCells.word(read.rating().severity());
            case PLANNED_COMPLETION -> ExportedCells.date(read.days().plannedCompletion());
            case DETECTED_ON ->
                told.isEmpty() ? "" : ExportedCells.date(read.days().detectedOn());
            case ORIGINAL_COMPLETION ->
                told.isEmpty() ? "" : ExportedCells.date(read.days().originalCompletion());
            case STATUS -> status(told);
            default -> ExportedCells.text(told);
        };
    }

    private static String status(String told) {
        return Arrays.stream(ItemStatus.values())
                .map(ItemStatus::label)
                .filter(told::equalsIgnoreCase)
                .findFirst()
                .orElse(told);
    }
}
