package io.closeout.exchange.reader;

import io.closeout.exchange.reader.ReadItem.Contact;
import io.closeout.exchange.reader.ReadItem.Days;
import io.closeout.exchange.reader.ReadItem.Rating;
import io.closeout.exchange.reader.ReadItem.Work;
import io.closeout.shared.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of FedRAMP's template (POA&amp;M Template Completion Guide 2.2, 2021-11-23; template 2.1, 2024-03-29). */
final class FedrampRows {

    /** What the template itself writes under its headings. */
    private static final Set<String> EXPLANATIONS =
            Set.of("unique identifier for each poam item", "unique identifier", "v-1example");

    private FedrampRows() {}

    static ReadItem item(RowCells row) {
        String id = row.text(Field.ID);
        if (EXPLANATIONS.contains(id.toLowerCase(Locale.ROOT))) {
            throw UnusableRow.because("it is an explanation or the example of the template");
        }
        String title = row.needed(Field.TITLE);
        boolean closed = row.place().sheet().toLowerCase(Locale.ROOT).contains("closed");
        LocalDate planned = row.day(Field.PLANNED_COMPLETION);
        List<ReadMilestone> milestones = MilestoneText.milestones(row.text(Field.MILESTONES));
        List<ReadChange> changes = MilestoneText.changes(row.text(Field.MILESTONE_CHANGES));
        LocalDate detected = row.day(Field.DETECTED_ON);
        return new ReadItem(
                row.place(),
                id,
                title,
                row.text(Field.DESCRIPTION),
                row.origin(row.text(Field.SOURCE_ID)),
                rating(row),
                new Days(
                        detected == null ? row.earliest(planned, milestones) : detected,
                        planned,
                        planned,
                        closed ? closedOn(row) : null),
                closed,
                new Contact(row.text(Field.CONTACT), ""),
                new Work(row.text(Field.REMEDIATION), row.text(Field.RESOURCES), null, null, row.text(Field.COMMENTS)),
                milestones,
                changes,
                row.told(),
                row.byField(),
                notes(row, closed));
    }

    /** "Adjusted" counts once the adjustment was approved. */
    private static Rating rating(RowCells row) {
        Optional<Severity> original = row.rating(Field.ORIGINAL_RATING);
        Optional<Severity> adjusted = row.rating(Field.RATING).filter(each -> row.isYes(Field.RATING_ADJUSTED));
        Severity severity =
                adjusted.or(() -> original).orElseThrow(() -> UnusableRow.because("\"Original Risk Rating\" is empty"));
        return new Rating(severity, original.orElse(null));
    }

    private static @Nullable LocalDate closedOn(RowCells row) {
        return Optional.ofNullable(row.day(Field.STATUS_DATE))
                .orElseThrow(() -> UnusableRow.because(
                        "it stands on the sheet of closed items, but \"Status Date\", the day of closing, is empty"));
    }

    private static List<String> notes(RowCells row, boolean closed) {
        if (!closed) {
            pending(row, Field.FALSE_POSITIVE, "a false positive", "ask for it to be confirmed here");
            pending(
                    row,
                    Field.OPERATIONAL_REQUIREMENT,
                    "an operational requirement",
                    "ask for the risk to be accepted here");
            pending(row, Field.RATING_ADJUSTED, "an adjusted rating", "the rating above counts");
            if (row.isYes(Field.VENDOR_DEPENDENCY)) {
                row.note("it waits for a vendor; ask for more time here, with what the vendor has to release");
            }
        }
        return row.notes();
    }

    private static void pending(RowCells row, Field field, String what, String then) {
        String told = row.text(field);
        if (told.equalsIgnoreCase("pending") || told.equalsIgnoreCase("yes") && field != Field.RATING_ADJUSTED) {
            row.note("the workbook says of " + what + ": " + told.toLowerCase(Locale.ROOT) + "; " + then);
        }
    }
}
