package io.closeout.reporting;

import io.closeout.register.ItemStatus;
import io.closeout.shared.Severity;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The plan in numbers on a day.
 *
 * @param from first day of what is counted as opened, closed, asked and granted
 * @param bySeverity open items; severities without any are missing
 * @param byStatus open items; statuses without any are missing
 * @param remediation over the items closed in the twelve months before
 * @param withoutOwner open items that nobody owns
 * @param withoutPlan open items whose planned completion is not signed off
 * @param oldest the open item that was detected first
 */
public record Figures(
        LocalDate from,
        LocalDate asOf,
        int open,
        Map<Severity, Integer> bySeverity,
        Map<ItemStatus, Integer> byStatus,
        Overdue overdue,
        int opened,
        int closed,
        Remediation remediation,
        int extensionsAsked,
        int extensionsGranted,
        int withoutOwner,
        int withoutPlan,
        @Nullable Oldest oldest) {

    /**
     * @param percent of the open items, with one decimal
     * @param meanDays calendar days past due
     */
    public record Overdue(int count, double percent, double meanDays, int mostDays) {}

    /** Calendar days from detection to closure; no numbers where nothing was closed. */
    public record Remediation(
            int items, @Nullable Double meanDays, @Nullable Double medianDays) {}

    public record Oldest(String id, LocalDate detectedOn) {}
}
