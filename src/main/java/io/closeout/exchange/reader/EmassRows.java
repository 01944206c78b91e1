package io.closeout.exchange.reader;

import io.closeout.exchange.reader.ReadItem.Contact;
import io.closeout.exchange.reader.ReadItem.Days;
import io.closeout.exchange.reader.ReadItem.Rating;
import io.closeout.exchange.reader.ReadItem.Work;
import io.closeout.shared.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An item of eMASS: a row with its cells, and the rows of its further milestones. */
final class EmassRows {

    private static final int LONGEST_TITLE = 160;

    private final RowCells first;
    private final List<ReadMilestone> milestones = new ArrayList<>();

    EmassRows(RowCells first) {
        this.first = first;
        milestones.addAll(MilestoneText.milestones(first.text(Field.MILESTONES)));
        addMilestone(first);
    }

    Place place() {
        return first.place();
    }

    /** Whether the row tells no more than a further milestone of this item: its own cells are empty, or repeated. */
    boolean continuesIn(RowCells row) {
        boolean milestone =
                !row.firstOf(Field.MILESTONE_TEXT, Field.MILESTONE_ID).isEmpty();
        String id = row.text(Field.ID);
        String what = row.text(Field.DESCRIPTION);
        boolean same = id.isEmpty() ? what.isEmpty() || isSame(row) : id.equals(first.text(Field.ID));
        return milestone && same;
    }

    /** Rows without an id, which eMASS has not given yet. */
    private boolean isSame(RowCells row) {
        return Stream.of(Field.ID, Field.DESCRIPTION, Field.CONTROLS, Field.CHECKS)
                .allMatch(each -> row.text(each).equals(first.text(each)));
    }

    void addMilestone(RowCells row) {
        String text = row.text(Field.MILESTONE_TEXT);
        LocalDate due = row.day(Field.MILESTONE_DUE);
        if (text.isEmpty() && due == null) {
            return;
        }
        boolean archived = row.text(Field.MILESTONE_STATUS).equalsIgnoreCase("archived");
        LocalDate done = row.day(Field.MILESTONE_DONE);
        String comments = row.text(Field.MILESTONE_COMMENTS);
        milestones.add(new ReadMilestone(
                0,
                due,
                comments.isEmpty() ? text : text + " (" + comments + ")",
                isCompleted(row) && done == null ? due : done,
                archived && done == null ? due : null));
    }

    private static boolean isCompleted(RowCells row) {
        return row.text(Field.MILESTONE_STATUS).equalsIgnoreCase("completed");
    }

    ReadItem item() {
        String description = first.needed(Field.DESCRIPTION);
        boolean closed = isClosed();
        LocalDate planned = first.day(Field.PLANNED_COMPLETION);
        LocalDate closedOn = closed ? closedOn() : null;
        return new ReadItem(
                first.place(),
                first.text(Field.ID),
                title(description),
                description,
                first.origin(sourceId()),
                rating(),
                new Days(first.earliest(planned, milestones), planned, planned, closedOn),
                closed,
                new Contact(first.text(Field.CONTACT), ""),
                new Work(
                        first.text(Field.REMEDIATION),
                        first.text(Field.RESOURCES),
                        null,
                        first.rating(Field.RESIDUAL_RISK).orElse(null),
                        first.text(Field.COMMENTS)),
                milestones,
                MilestoneText.changes(first.text(Field.MILESTONE_CHANGES)),
                first.told(),
                first.byField(),
                first.notes());
    }

    private static String title(String description) {
        String line = description.lines().findFirst().orElse(description).strip();
        return line.length() <= LONGEST_TITLE ? line : line.substring(0, LONGEST_TITLE - 1) + "…";
    }

    private String sourceId() {
        return Stream.of(first.text(Field.CONTROLS), first.text(Field.CHECKS))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private Rating rating() {
        Optional<Severity> raw = first.rating(Field.ORIGINAL_RATING);
        Severity severity = first.rating(Field.RATING)
                .or(() -> raw)
                .orElseThrow(() -> UnusableRow.because("\"Severity\" and \"Raw Severity\" are empty"));
        return new Rating(severity, raw.orElse(null));
    }

    private boolean isClosed() {
        String status = first.needed(Field.STATUS);
        switch (status.toLowerCase(Locale.ROOT)) {
            case "ongoing":
                return false;
            case "risk accepted":
                first.note("its risk was accepted; ask for that here, with who signs and until when");
                return false;
            case "completed", "not applicable", "archived":
                return true;
            default:
                throw UnusableRow.because("\"Status\" is none of eMASS's: \"" + Shown.of(status) + "\"");
        }
    }

    private @Nullable LocalDate closedOn() {
        return Optional.ofNullable(first.day(Field.CLOSED_ON))
                .or(this::lastDone)
                .orElseThrow(() -> UnusableRow.because(
                        "it is \"" + first.text(Field.STATUS) + "\", but no date of completion is told"));
    }

    private Optional<LocalDate> lastDone() {
        Optional<LocalDate> last = milestones.stream()
                .flatMap(each -> Stream.ofNullable(each.completedOn()))
                .max(LocalDate::compareTo);
        last.ifPresent(
                day -> first.note("no date of completion is told; that of the last milestone, " + day + ", is taken"));
        return last;
    }
}
