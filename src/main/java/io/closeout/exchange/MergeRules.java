package io.closeout.exchange;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.exchange.reader.ReadItem;
import io.closeout.exchange.reader.ReadItem.Contact;
import io.closeout.exchange.reader.ReadMilestone;
import io.closeout.register.ItemStatus;
import io.closeout.register.PlanEdits;
import io.closeout.register.PoamItem;
import io.closeout.reporting.excel.ExportedCells;
import io.closeout.review.extension.ExtensionRequests;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a workbook may not bring into the register, and what to do instead. The services check again what they do. */
@Component
class MergeRules {

    private static final int LONGEST_RESOURCES = 2000;

    private final ContactPerson contacts;
    private final ExtensionRequests extensions;

    MergeRules(ContactPerson contacts, ExtensionRequests extensions) {
        this.contacts = contacts;
        this.extensions = extensions;
    }

    /** @return null if the cell may come in */
    @Nullable
    String whyNot(MergeField field, String cell, ReadItem read, PoamItem item, Actor by) {
        return switch (field) {
            case TITLE, DESCRIPTION, DETECTED_ON, ORIGINAL_COMPLETION ->
                "This never changes. Write what has to be added into the comments.";
            case SEVERITY ->
                "The severity is the source's. Where the risk is lower here, ask for it to be accepted with a lower rating (/items/"
                        + item.id() + "/accept-risk).";
            case STATUS -> status(cell, item);
            case PLANNED_COMPLETION -> planned(read.days().plannedCompletion(), item, by);
            case OWNER -> owner(cell, by);
            case MILESTONES ->
                plan(item, by).or(() -> milestones(cell, read, item)).orElse(null);
            case REMEDIATION -> plan(item, by).or(() -> remediation(cell, item)).orElse(null);
            case RESOURCES ->
                plan(item, by).or(() -> tooLong(cell)).or(() -> cut(cell)).orElse(null);
            case HOURS, RESIDUAL_RISK, COMMENTS ->
                plan(item, by).or(() -> cut(cell)).orElse(null);
        };
    }

    private static String status(String wanted, PoamItem item) {
        String page = "/items/" + item.id();
        if (wanted.equals(ItemStatus.CLOSED.label())) {
            return "Nothing closes by a cell: its owner reports the fix with evidence, and somebody else verifies it ("
                    + page + ").";
        }
        if (wanted.equals(ItemStatus.RISK_ACCEPTED.label())) {
            return "Ask for the risk to be accepted (" + page + "/accept-risk).";
        }
        if (wanted.equals(ItemStatus.FALSE_POSITIVE.label())) {
            return "Ask for it to be confirmed as a false positive (" + page + "/false-positive).";
        }
        return "The status follows from the work (" + page + ").";
    }

    private @Nullable String planned(@Nullable LocalDate wanted, PoamItem item, Actor by) {
        LocalDate present = item.plannedCompletion().orElse(null);
        if (present == null) {
            return "No date is signed off yet that could move. Plan the item with the date that is needed.";
        }
        if (wanted == null || !wanted.isAfter(present)) {
            return "A signed-off date only moves to a later one, by a request for more time. Work may end before it.";
        }
        return extensions.mayAsk(item, by)
                ? null
                : "You cannot ask for more time for it now: it is not yours, has ended, or a request waits for a decision (/items/"
                        + item.id() + ").";
    }

    private @Nullable String owner(String address, Actor by) {
        if (!by.isIn(Group.ISSM)) {
            return "Only the ISSM assigns items.";
        }
        return contacts.of(new Contact("", address)).isPresent()
                ? null
                : "Nobody here who works items has this e-mail.";
    }

    private static Optional<String> plan(PoamItem item, Actor by) {
        return PlanEdits.whyNot(item, by);
    }

    private static Optional<String> cut(String cell) {
        return ExportedCells.isCut(cell)
                ? Optional.of("The text was cut to fit into its cell. Change it on the page of the item.")
                : Optional.empty();
    }

    private static Optional<String> remediation(String cell, PoamItem item) {
        return cell.isEmpty() && item.plannedCompletion().isPresent()
                ? Optional.of("The plan is signed off; it needs a planned remediation.")
                : cut(cell);
    }

    private static Optional<String> tooLong(String cell) {
        return cell.length() > LONGEST_RESOURCES
                ? Optional.of("It has more than " + LONGEST_RESOURCES + " characters. Shorten it.")
                : Optional.empty();
    }

    private static Optional<String> milestones(String cell, ReadItem read, PoamItem item) {
        if (ExportedCells.isCut(cell)) {
            return cut(cell);
        }
        LocalDate end = item.plannedCompletion().or(item::proposedCompletion).orElse(LocalDate.MAX);
        for (ReadMilestone each : read.milestones()) {
            if (each.due() == null || each.text().isBlank()) {
                return Optional.of(
                        "Each milestone needs a date and a text, as in \"(1) 2026-11-20: Test the update\".");
            }
            if (each.due().isAfter(end) && each.completedOn() == null && each.droppedOn() == null) {
                return Optional.of("The milestone \"" + each.text() + "\" is due after the planned completion, " + end
                        + ". Ask for more time first.");
            }
        }
        boolean none = read.milestones().stream().allMatch(each -> each.droppedOn() != null);
        return none && !item.milestones().isEmpty()
                ? Optional.of("The plan needs at least one milestone.")
                : Optional.empty();
    }
}
