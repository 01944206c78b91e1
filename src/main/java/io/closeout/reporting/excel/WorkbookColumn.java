package io.closeout.reporting.excel;

import static io.closeout.reporting.excel.ColumnKind.ADDRESS;
import static io.closeout.reporting.excel.ColumnKind.DATE;
import static io.closeout.reporting.excel.ColumnKind.LIST;
import static io.closeout.reporting.excel.ColumnKind.NAME;
import static io.closeout.reporting.excel.ColumnKind.NUMBER;
import static io.closeout.reporting.excel.ColumnKind.PHRASE;
import static io.closeout.reporting.excel.ColumnKind.PROSE;
import static io.closeout.reporting.excel.ColumnKind.WORD;

import io.closeout.reporting.ItemFacts;
import io.closeout.reporting.PoamRow;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/** The columns of the layout {@code closeout}, from left to right, each with what it means. */
enum WorkbookColumn {
    ID(
            "ID",
            ColumnKind.ID,
            "The item's number: year of detection and a running number. Never reused.",
            (item, cells) -> cells.text(item.id())),
    TITLE("Title", PHRASE, "The weakness in one line.", (item, cells) -> cells.text(item.title())),
    DESCRIPTION(
            "Description",
            PROSE,
            "What the weakness is, as its source describes it.",
            (item, cells) -> cells.text(item.description())),
    SOURCE(
            "Weakness source",
            WORD,
            "The scanner, assessment or report that found it.",
            (item, cells) -> cells.text(item.source())),
    SOURCE_ID(
            "Source ID",
            WORD,
            "The source's own number: plugin, requirement or report reference.",
            (item, cells) -> cells.text(item.sourceId())),
    DETECTED_ON(
            "Detection date",
            DATE,
            "The day of the first detection. Never changes.",
            (item, cells) -> cells.date(item.detectedOn())),
    CVSS(
            "CVSS",
            NUMBER,
            "Base score, 0.0 to 10.0, where the source gives one.",
            (item, cells) -> cells.score(item.cvss())),
    SEVERITY(
            "Severity",
            WORD,
            "How bad the weakness is by its score: Critical, High, Moderate, Low.",
            (item, cells) -> cells.severity(item.severity())),
    PRIORITY(
            "Priority",
            WORD,
            "How urgent it is here: severity together with the business impact of the affected systems.",
            (item, cells) -> cells.severity(item.priority())),
    AFFECTED_SYSTEMS(new Lines(
            "Affected systems",
            "Names, one per line.",
            (row, cells) -> cells.lines(row.assets(), (name, text) -> text.append(name)))),
    OWNER(
            "Owner",
            NAME,
            "Who remediates it; empty until the item is assigned.",
            (item, cells) -> cells.text(item.ownerName())),
    OWNER_EMAIL("Owner e-mail", ADDRESS, "The owner's address.", (item, cells) -> cells.text(item.ownerEmail())),
    REMEDIATION(
            "Planned remediation",
            PROSE,
            "What the owner plans to do.",
            (item, cells) -> cells.text(item.remediationPlan())),
    MILESTONES(new Lines(
            "Milestones",
            "Number, due date and text; the day of completion where there is one, or the day on which a later plan dropped it.",
            (row, cells) -> cells.lines(row.milestones(), LineTexts::milestone))),
    MILESTONE_CHANGES(new Lines(
            "Milestone changes",
            "What changed after the plan was made: number, day and what: completed, moved, added or dropped.",
            (row, cells) -> cells.lines(row.changes(), LineTexts::change))),
    ORIGINAL_COMPLETION(
            "Original planned completion",
            DATE,
            "The planned completion that was signed off first. Never changes.",
            (item, cells) -> cells.date(item.originalCompletion())),
    PLANNED_COMPLETION(
            "Current planned completion",
            DATE,
            "The planned completion as signed off last.",
            (item, cells) -> cells.date(item.plannedCompletion())),
    DEADLINE(
            "Deadline",
            DATE,
            "The latest day that policy allows, counted from detection, or from the release of a vendor's fix that did not exist yet.",
            (item, cells) -> cells.date(item.deadline())),
    HOURS(
            "Estimated hours",
            NUMBER,
            "The owner's estimate of the work.",
            (item, cells) -> cells.number(item.estimatedHours())),
    RESOURCES(
            "Resources required",
            PHRASE,
            "People, money, parts and downtime that the work needs.",
            (item, cells) -> cells.text(item.resources())),
    STATUS(
            "Status",
            NAME,
            "New, Planned, In progress, Awaiting verification; or Closed, Risk accepted, False positive.",
            (item, cells) -> cells.text(item.status().label())),
    OVERDUE(
            "Overdue",
            NUMBER,
            "yes: open, and due before the day of the export. Due is the current planned completion, before its sign-off the deadline. Not overdue is what waits for a vendor who is asked in time.",
            (item, cells) -> cells.yesNo(item.overdue(), true)),
    EVIDENCE(new Lines(
            "Evidence",
            "Kind, day it speaks of, name and link.",
            (row, cells) -> cells.lines(row.evidence(), LineTexts::evidence))),
    RESIDUAL_RISK(
            "Residual risk",
            WORD,
            "The risk that remains until, or after, the remediation.",
            (item, cells) -> cells.severity(item.residualRisk())),
    TRACK(
            "Track",
            NAME,
            "Operational plan of action (CA.L2-3.12.2), or entry of a CMMC assessment's POA&M (32 CFR 170.21).",
            (item, cells) -> cells.text(item.track().label())),
    SCOPE("Scope", NAME, "The system boundary to which the item belongs.", (item, cells) -> cells.text(item.scope())),
    COMMENTS(
            "Comments",
            PHRASE,
            "The owner's remarks on plan and risk, and how the item stood last.",
            (item, cells) -> cells.text(item.comments())),
    ACCEPTED_RISK(new Lines(
            "Accepted risk",
            "On what ground, until when, as what it is rated with the controls in place, and who signed.",
            (row, cells) -> cells.lines(row.acceptances(), LineTexts::acceptance))),
    VENDOR_DEPENDENCY(new Single(
            "Vendor dependency",
            NUMBER,
            "yes: it waits for a fix that its vendor has not made yet, and the vendor is asked for it again and again.",
            (row, cells) -> cells.yesNo(row.vendor() != null, false))),
    VENDOR_CHECKED_IN_ON(new Single(
            "Last vendor check-in date",
            DATE,
            "The day on which the vendor was asked last, while it waits.",
            (row, cells) ->
                    cells.date(row.vendor() == null ? null : row.vendor().askedOn()))),
    VENDOR_PRODUCT(new Single(
            "Vendor dependent product name",
            NAME,
            "The vendor, and the product that it has to fix.",
            (row, cells) -> cells.text(row.vendor() == null ? null : LineTexts.vendor(row.vendor())))),
    CLOSED_ON("Closed on", DATE, "The day on which the item was closed.", (item, cells) -> cells.date(item.closedOn())),
    CLOSED_HOW(
            "Closed how",
            PHRASE,
            "What proved it done, or which decision ended it.",
            (item, cells) -> cells.text(LineTexts.closedHow(item))),
    CLOSED_BY(
            "Closed by",
            NAME,
            "Who verified or decided; Closeout where a scan proved it.",
            (item, cells) -> cells.text(item.closedBy()));

    private static final List<WorkbookColumn> ONLY_CLOSED = List.of(CLOSED_ON, CLOSED_HOW, CLOSED_BY);

    final String heading;
    final ColumnKind kind;
    final String meaning;
    private final BiConsumer<PoamRow, Cells> writer;

    WorkbookColumn(String heading, ColumnKind kind, String meaning, BiConsumer<ItemFacts, Cells> writer) {
        this.heading = heading;
        this.kind = kind;
        this.meaning = meaning;
        this.writer = (row, cells) -> writer.accept(row.item(), cells);
    }

    WorkbookColumn(Lines lines) {
        this.heading = lines.heading;
        this.kind = LIST;
        this.meaning = lines.meaning;
        this.writer = lines.writer;
    }

    WorkbookColumn(Single single) {
        this.heading = single.heading;
        this.kind = single.kind;
        this.meaning = single.meaning;
        this.writer = single.writer;
    }

    /** A column about the one thing of its kind that may lie under an item. */
    private record Single(String heading, ColumnKind kind, String meaning, BiConsumer<PoamRow, Cells> writer) {}

    /** A column that lists what lies under an item. */
    private record Lines(String heading, String meaning, BiConsumer<PoamRow, Cells> writer) {}

    static List<WorkbookColumn> ofOpen() {
        return Arrays.stream(values())
                .filter(column -> !column.isOnlyForClosed())
                .toList();
    }

    static List<WorkbookColumn> ofClosed() {
        return List.of(values());
    }

    boolean isOnlyForClosed() {
        return ONLY_CLOSED.contains(this);
    }

    void write(PoamRow row, Cells cells) {
        writer.accept(row, cells);
    }
}
