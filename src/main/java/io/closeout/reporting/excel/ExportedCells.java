package io.closeout.reporting.excel;

import io.closeout.reporting.ItemFacts;
import io.closeout.reporting.PoamRow;
import io.closeout.shared.Severity;
import io.closeout.shared.Sha256;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the workbook says of an item in the columns that may come back changed, as text that compares: days as {@code 2026-11-20}, numbers
 * without needless zeros, nothing as an empty text. The workbook keeps a digest of each on a hidden sheet, so that a later merge tells
 * who changed a cell.
 */
public final class ExportedCells {

    /** The hidden sheet: a row per item, its id and a digest per heading; the first row names the headings. */
    public static final String SHEET = "Exported";

    private static final int DIGITS = 12;
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private static final Map<WorkbookColumn, Function<PoamRow, String>> COLUMNS = columns();

    private ExportedCells() {}

    private static Map<WorkbookColumn, Function<PoamRow, String>> columns() {
        Map<WorkbookColumn, Function<PoamRow, String>> columns = new LinkedHashMap<>();
        columns.put(WorkbookColumn.TITLE, of(item -> text(item.title())));
        columns.put(WorkbookColumn.DESCRIPTION, of(item -> text(item.description())));
        columns.put(WorkbookColumn.DETECTED_ON, of(item -> date(item.detectedOn())));
        columns.put(WorkbookColumn.SEVERITY, of(item -> word(item.severity())));
        columns.put(WorkbookColumn.OWNER_EMAIL, of(item -> text(item.ownerEmail())));
        columns.put(WorkbookColumn.REMEDIATION, of(item -> text(item.remediationPlan())));
        columns.put(
                WorkbookColumn.MILESTONES,
                row -> text(
                        row.milestones().isEmpty()
                                ? null
                                : new CellLines().of(row.milestones(), LineTexts::milestone)));
        columns.put(WorkbookColumn.ORIGINAL_COMPLETION, of(item -> date(item.originalCompletion())));
        columns.put(WorkbookColumn.PLANNED_COMPLETION, of(item -> date(item.plannedCompletion())));
        columns.put(WorkbookColumn.HOURS, of(item -> number(item.estimatedHours())));
        columns.put(WorkbookColumn.RESOURCES, of(item -> text(item.resources())));
        columns.put(WorkbookColumn.STATUS, of(item -> text(item.status().label())));
        columns.put(WorkbookColumn.RESIDUAL_RISK, of(item -> word(item.residualRisk())));
        columns.put(WorkbookColumn.COMMENTS, of(item -> text(item.comments())));
        return columns;
    }

    private static Function<PoamRow, String> of(Function<ItemFacts, String> cell) {
        return row -> cell.apply(row.item());
    }

    /** By heading, in the order of the columns. */
    public static Map<String, String> of(PoamRow row) {
        Map<String, String> cells = new LinkedHashMap<>();
        COLUMNS.forEach((column, cell) -> cells.put(column.heading, cell.apply(row)));
        return cells;
    }

    static List<String> headings() {
        return COLUMNS.keySet().stream().map(column -> column.heading).toList();
    }

    /** @param text as {@link #of} or {@link #text} give it */
    public static String digest(String text) {
        return Sha256.of(text).substring(0, DIGITS);
    }

    /** Text of a cell as people read it, whether it comes from the register or out of a workbook. */
    public static String text(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String held = CellText.of(text.replace("\r\n", "\n").replace('\r', '\n'));
        return ESCAPED.matcher(held).replaceAll(ExportedCells::unescaped).strip();
    }

    private static String unescaped(MatchResult escape) {
        char meant = (char) Integer.parseInt(escape.group(1), 16);
        return meant == '\r' ? "" : Matcher.quoteReplacement(String.valueOf(meant));
    }

    public static String number(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    public static String date(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }

    public static String word(@Nullable Severity severity) {
        return severity == null ? "" : severity.label();
    }

    /** Whether the end of the text did not fit into its cell, so that nobody can tell what it was. */
    public static boolean isCut(String text) {
        return text.endsWith(CellText.CUT.strip()) || text.matches("(?s).*\\nand \\d+ more$");
    }
}
