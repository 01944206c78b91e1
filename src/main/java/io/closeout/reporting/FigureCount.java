package io.closeout.reporting;

import io.closeout.register.ItemStatus;
import io.closeout.reporting.Figures.Oldest;
import io.closeout.reporting.Figures.Overdue;
import io.closeout.shared.Severity;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts frozen items one by one, so that the figures speak of the same rows that are kept. */
class FigureCount {

    private final LocalDate asOf;
    private final Map<Severity, Integer> bySeverity = new EnumMap<>(Severity.class);
    private final Map<ItemStatus, Integer> byStatus = new EnumMap<>(ItemStatus.class);
    private int open;
    private int closed;
    private int overdue;
    private long overdueDays;
    private int mostDays;
    private int withoutOwner;
    private int withoutPlan;
    private @Nullable Oldest oldest;

    FigureCount(LocalDate asOf) {
        this.asOf = asOf;
    }

    void add(FrozenItem item) {
        if (item.status().isOpen()) {
            addOpen(item);
        } else if (item.status() == ItemStatus.CLOSED) {
            closed++;
        }
    }

    private void addOpen(FrozenItem item) {
        open++;
        bySeverity.merge(item.severity(), 1, Integer::sum);
        byStatus.merge(item.status(), 1, Integer::sum);
        withoutOwner += item.ownerId() == null ? 1 : 0;
        withoutPlan += item.planned() ? 0 : 1;
        int days = (int) ChronoUnit.DAYS.between(item.due(), asOf);
        if (days > 0) {
            overdue++;
            overdueDays += days;
            mostDays = Math.max(mostDays, days);
        }
        Oldest candidate = new Oldest(item.id(), item.detectedOn());
        if (oldest == null || Comparator.comparing(Oldest::detectedOn).compare(candidate, oldest) < 0) {
            oldest = candidate;
        }
    }

    Figures figures(LocalDate from, FigureQueries.Sums sums) {
        return new Figures(
                from,
                asOf,
                open,
                bySeverity,
                byStatus,
                new Overdue(overdue, tenths(100.0 * overdue, open), tenths(overdueDays, overdue), mostDays),
                sums.opened(),
                closed,
                sums.remediation(),
                sums.extensionsAsked(),
                sums.extensionsGranted(),
                withoutOwner,
                withoutPlan,
                oldest);
    }

    static double tenths(double sum, int count) {
        return count == 0 ? 0 : Math.round(10 * sum / count) / 10.0;
    }
}
