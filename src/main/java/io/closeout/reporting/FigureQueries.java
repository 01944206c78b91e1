package io.closeout.reporting;

import io.closeout.access.PolicyCalendar;
import io.closeout.reporting.Figures.Remediation;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Figures that reach further back than the items that are frozen. */
@Component
class FigureQueries {

    /** Days to remediate speak of the twelve months before. */
    private static final int MONTHS = 12;

    private final JdbcClient jdbc;
    private final PolicyCalendar calendar;

    FigureQueries(JdbcClient jdbc, PolicyCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    record Sums(int opened, Remediation remediation, int extensionsAsked, int extensionsGranted) {}

    private record Lapse(LocalDate detected, LocalDate closed, int items) {

        int days() {
            return (int) ChronoUnit.DAYS.between(detected, closed);
        }
    }

    Sums since(LocalDate from, LocalDate asOf) {
        return new Sums(
                count("select count(*) from poam_item where created_at >= :from", from),
                remediation(asOf.minusMonths(MONTHS)),
                count("select count(*) from approval_request where kind = 'EXTENSION' and asked_at >= :from", from),
                count(
                        "select count(*) from approval_request where kind = 'EXTENSION' and state = 'APPROVED'"
                                + " and ended_at >= :from",
                        from));
    }

    private int count(String sql, LocalDate from) {
        OffsetDateTime start = calendar.startOf(from).atOffset(ZoneOffset.UTC);
        return jdbc.sql(sql).param("from", start).query(Integer.class).single();
    }

    /** Grouped by days, so that years of closed items stay a short list. */
    private Remediation remediation(LocalDate since) {
        List<Lapse> lapses = jdbc.sql("select detected_on, closed_on, count(*) as items from poam_item"
                        + " where status = 'CLOSED' and closed_on >= ? group by detected_on, closed_on")
                .param(since)
                .query((row, number) -> new Lapse(
                        row.getObject("detected_on", LocalDate.class),
                        row.getObject("closed_on", LocalDate.class),
                        row.getInt("items")))
                .list();
        SortedMap<Integer, Integer> itemsByDays = new TreeMap<>();
        lapses.forEach(lapse -> itemsByDays.merge(lapse.days(), lapse.items(), Integer::sum));
        int items = itemsByDays.values().stream().mapToInt(Integer::intValue).sum();
        if (items == 0) {
            return new Remediation(0, null, null);
        }
        double sum = itemsByDays.entrySet().stream()
                .mapToDouble(each -> (double) each.getKey() * each.getValue())
                .sum();
        double median = (dayOf((items + 1) / 2, itemsByDays) + dayOf(items / 2 + 1, itemsByDays)) / 2.0;
        return new Remediation(items, FigureCount.tenths(sum, items), median);
    }

    /** @param rank from 1 */
    private static int dayOf(int rank, SortedMap<Integer, Integer> itemsByDays) {
        int before = 0;
        for (var each : itemsByDays.entrySet()) {
            before += each.getValue();
            if (before >= rank) {
                return each.getKey();
            }
        }
        throw new IllegalArgumentException("There are only " + before + " items, not " + rank);
    }
}
