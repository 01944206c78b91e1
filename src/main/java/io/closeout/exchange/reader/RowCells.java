package io.closeout.exchange.reader;

import io.closeout.shared.Severity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The cells of a row by what they are about, and what was not understood among them. */
final class RowCells {

    /** "Total number of characters that a cell can contain": Excel specifications and limits. */
    private static final int LONGEST = 32_767;

    /** What a spreadsheet shows where a formula cannot be calculated. */
    private static final Pattern ERROR = Pattern.compile("#(REF!|N/A|VALUE!|NAME\\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!)");

    private final Headings headings;
    private final Place place;
    private final List<String> cells;
    private final List<String> notes = new ArrayList<>();

    RowCells(Headings headings, Place place, List<String> cells) {
        this.headings = headings;
        this.place = place;
        this.cells = cells.stream()
                .map(each -> ERROR.matcher(each.strip()).matches() ? "" : each)
                .toList();
        cells.stream()
                .filter(each -> ERROR.matcher(each.strip()).matches())
                .findFirst()
                .ifPresent(error ->
                        note("a formula ends in the error " + error.strip() + ", and its cell is taken as empty"));
    }

    Place place() {
        return place;
    }

    /** Whether there is nothing in it but what templates fill in down to their end. */
    boolean isBlank() {
        String planned = headings.cell(Field.PLANNED_COMPLETION, cells);
        return cells.stream().map(String::strip).allMatch(each -> each.isEmpty() || each.equals(planned));
    }

    void mustFit() {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).length() > LONGEST) {
                throw UnusableRow.because("cell %d of the row holds %,d characters; a spreadsheet allows %,d"
                        .formatted(i + 1, cells.get(i).length(), LONGEST));
            }
        }
    }

    void note(String what) {
        notes.add(what);
    }

    List<String> notes() {
        return notes;
    }

    List<Told> told() {
        return headings.told(cells);
    }

    /** Of every column that the sheet has. */
    Map<Field, String> byField() {
        return Arrays.stream(Field.values()).filter(headings::has).collect(Collectors.toMap(each -> each, this::text));
    }

    String text(Field field) {
        return headings.cell(field, cells);
    }

    boolean isYes(Field field) {
        return text(field).equalsIgnoreCase("yes");
    }

    /** The first of the fields that is not empty, or empty. */
    String firstOf(Field... fields) {
        return Arrays.stream(fields)
                .map(this::text)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
    }

    String needed(Field field) {
        String text = text(field);
        if (text.isEmpty()) {
            throw UnusableRow.because("\"" + headings.heading(field) + "\" is empty");
        }
        return text;
    }

    /** Null for an empty cell, and for one that says there is none. */
    @Nullable
    LocalDate day(Field field) {
        String text = text(field);
        if (text.isEmpty() || text.equalsIgnoreCase("n/a") || text.equalsIgnoreCase("none")) {
            return null;
        }
        return WrittenDay.of(text)
                .orElseThrow(() -> UnusableRow.because("\"" + headings.heading(field) + "\" is no date: \""
                        + Shown.of(text) + "\". Write it as 2026-11-20 or 11/20/2026"));
    }

    Optional<Severity> rating(Field field) {
        String text = text(field);
        if (text.isEmpty() || text.equalsIgnoreCase("n/a")) {
            return Optional.empty();
        }
        return Optional.of(RatingWord.of(text)
                .orElseThrow(() -> UnusableRow.because(
                        "\"" + headings.heading(field) + "\" is no rating: \"" + Shown.of(text) + "\"")));
    }

    @Nullable
    BigDecimal number(Field field) {
        String text = text(field).replace(",", "");
        try {
            return text.isEmpty() ? null : new BigDecimal(text);
        } catch (NumberFormatException none) {
            throw UnusableRow.because("\"" + headings.heading(field) + "\" is no number: \"" + Shown.of(text) + "\"");
        }
    }

    /** Names of assets stand below each other, or between semicolons or commas. */
    ReadItem.Origin origin(String sourceId) {
        List<String> assets = text(Field.ASSETS)
                .lines()
                .flatMap(line -> Arrays.stream(line.split("[;,]")))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
        return new ReadItem.Origin(text(Field.SOURCE), sourceId, assets, text(Field.CVES));
    }

    /** The day of detection where the row does not name it: nothing in it can be older. */
    @Nullable
    LocalDate earliest(@Nullable LocalDate planned, List<ReadMilestone> milestones) {
        LocalDate earliest = Stream.concat(
                        Stream.ofNullable(planned),
                        milestones.stream().flatMap(each -> Stream.of(each.due(), each.completedOn())
                                .flatMap(Stream::ofNullable)))
                .min(LocalDate::compareTo)
                .orElse(null);
        note(
                earliest == null
                        ? "the row tells no day of detection; the day of the import is taken"
                        : "the row tells no day of detection; " + earliest + ", its earliest date, is taken");
        return earliest;
    }
}
