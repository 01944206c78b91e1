package io.closeout.reporting.excel;

import io.closeout.register.ClosedHow;
import io.closeout.reporting.ItemFacts;
import io.closeout.reporting.PoamRow;

/** What stands in a cell as a line of text about something that lies under an item. */
final class LineTexts {

    private LineTexts() {}

    static void milestone(PoamRow.MilestoneLine milestone, StringBuilder text) {
        numbered(milestone.number(), text).append(milestone.due()).append(": ").append(milestone.description());
        if (milestone.completedOn() != null) {
            text.append(" (completed ").append(milestone.completedOn()).append(')');
        }
        if (milestone.droppedOn() != null) {
            text.append(" (dropped ").append(milestone.droppedOn()).append(')');
        }
    }

    static void change(PoamRow.MilestoneChange change, StringBuilder text) {
        numbered(change.number(), text).append(change.changedOn()).append(": ").append(change.description());
    }

    private static StringBuilder numbered(int number, StringBuilder text) {
        return text.append('(').append(number).append(") ");
    }

    static void evidence(PoamRow.EvidenceLine evidence, StringBuilder text) {
        text.append(evidence.kind()).append(", ").append(evidence.speaksOf()).append(": ");
        if (!evidence.name().equals(evidence.link())) {
            text.append(evidence.name()).append(" – ");
        }
        text.append(evidence.link());
    }

    static void acceptance(PoamRow.AcceptanceLine acceptance, StringBuilder text) {
        text.append(acceptance.kind().label())
                .append(acceptance.until() == null ? ", no end" : ", until " + acceptance.until())
                .append(", rated ")
                .append(acceptance.residual().label());
        if (acceptance.residual() != acceptance.original()) {
            text.append(" instead of ").append(acceptance.original().label());
        }
        text.append(", signed by ").append(String.join(", ", acceptance.signedBy()));
    }

    static String vendor(PoamRow.VendorWait wait) {
        return wait.vendor() + ", " + wait.product();
    }

    static String closedHow(ItemFacts item) {
        ClosedHow how = item.closedHow();
        return how == null ? item.status().label() : how.label();
    }
}
