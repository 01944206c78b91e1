package io.closeout.exchange.reader;

import io.closeout.exchange.reader.ReadItem.Contact;
import io.closeout.exchange.reader.ReadItem.Days;
import io.closeout.exchange.reader.ReadItem.Rating;
import io.closeout.exchange.reader.ReadItem.Work;
import io.closeout.register.ItemStatus;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Rows of our own export. */
final class CloseoutRows {

    private CloseoutRows() {}

    static ReadItem item(RowCells row) {
        String id = row.needed(Field.ID);
        String title = row.needed(Field.TITLE);
        ItemStatus status = status(row);
        boolean closed = status == ItemStatus.CLOSED || status == ItemStatus.FALSE_POSITIVE;
        List<ReadMilestone> milestones = MilestoneText.milestones(row.text(Field.MILESTONES));
        LocalDate planned = row.day(Field.PLANNED_COMPLETION);
        LocalDate original = row.day(Field.ORIGINAL_COMPLETION);
        LocalDate detected = row.day(Field.DETECTED_ON);
        if (status == ItemStatus.RISK_ACCEPTED) {
            row.note("its risk was accepted; ask for that here");
        }
        return new ReadItem(
                row.place(),
                id,
                title,
                row.text(Field.DESCRIPTION),
                row.origin(row.text(Field.SOURCE_ID)),
                new Rating(
                        row.rating(Field.RATING).orElseThrow(() -> UnusableRow.because("\"Severity\" is empty")), null),
                new Days(
                        detected == null ? row.earliest(planned, milestones) : detected,
                        original == null ? planned : original,
                        planned,
                        row.day(Field.CLOSED_ON)),
                closed,
                new Contact(row.text(Field.CONTACT), row.text(Field.CONTACT_ADDRESS)),
                new Work(
                        row.text(Field.REMEDIATION),
                        row.text(Field.RESOURCES),
                        row.number(Field.HOURS),
                        row.rating(Field.RESIDUAL_RISK).orElse(null),
                        row.text(Field.COMMENTS)),
                milestones,
                MilestoneText.changes(row.text(Field.MILESTONE_CHANGES)),
                row.told(),
                row.byField(),
                row.notes());
    }

    private static ItemStatus status(RowCells row) {
        String told = row.needed(Field.STATUS);
        Optional<ItemStatus> status = Arrays.stream(ItemStatus.values())
                .filter(each -> each.label().equalsIgnoreCase(told))
                .findFirst();
        return status.orElseThrow(
                () -> UnusableRow.because("\"Status\" is none of Closeout's: \"" + Shown.of(told) + "\""));
    }
}
