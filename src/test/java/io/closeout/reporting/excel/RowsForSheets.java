package io.closeout.reporting.excel;

import io.closeout.policy.Track;
import io.closeout.register.ClosedHow;
import io.closeout.register.ItemStatus;
import io.closeout.reporting.ItemFacts;
import io.closeout.reporting.PoamRow;
import io.closeout.reporting.PoamRow.EvidenceLine;
import io.closeout.reporting.PoamRow.MilestoneChange;
import io.closeout.reporting.PoamRow.MilestoneLine;
import io.closeout.shared.Severity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Rows as they come from the register. */
final class RowsForSheets {

    private RowsForSheets() {}

    static PoamRow anOverdueItem() {
        return new PoamRow(
                facts("POA-2026-001", "Remote desktop lets anybody in", ItemStatus.IN_PROGRESS, true),
                List.of("Finance-AD01", "Finance-AD02"),
                List.of(
                        new MilestoneLine(1, LocalDate.of(2026, 10, 1), "Tested", LocalDate.of(2026, 10, 2), null),
                        new MilestoneLine(2, LocalDate.of(2026, 12, 1), "Installed", null, null)),
                List.of(new MilestoneChange(2, LocalDate.of(2026, 11, 3), "due 2026-12-01 instead of 2026-11-15")),
                List.of(
                        new EvidenceLine(
                                "Patch log", "wsus.csv", LocalDate.of(2026, 10, 2), "http://localhost:8080/c/1"),
                        new EvidenceLine(
                                "Link", "https://t.example/7", LocalDate.of(2026, 10, 3), "https://t.example/7")),
                List.of(),
                new PoamRow.VendorWait("Northline Controls", "PLC firmware", LocalDate.of(2026, 11, 2)));
    }

    static PoamRow anItemWithoutPlan() {
        return new PoamRow(
                new ItemFacts(
                        "POA-2026-002",
                        "Telnet is open",
                        null,
                        "Nessus",
                        null,
                        LocalDate.of(2026, 11, 1),
                        null,
                        Severity.MEDIUM,
                        Severity.LOW,
                        null,
                        null,
                        null,
                        null,
                        null,
                        LocalDate.of(2027, 1, 30),
                        null,
                        null,
                        ItemStatus.NEW,
                        false,
                        null,
                        Track.OPERATIONAL,
                        "Plant floor",
                        null,
                        null,
                        null,
                        null),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    static PoamRow anAcceptedRisk() {
        return bare(facts("POA-2026-006", "No support", ItemStatus.RISK_ACCEPTED, false));
    }

    static PoamRow aClosedItem() {
        return bare(facts("POA-2026-003", "Old cipher", ItemStatus.CLOSED, false));
    }

    static PoamRow titled(String title) {
        return bare(facts("POA-2026-004", title, ItemStatus.IN_PROGRESS, false));
    }

    static PoamRow on(List<String> assets) {
        ItemFacts facts = facts("POA-2026-005", "Everywhere", ItemStatus.NEW, false);
        return new PoamRow(facts, assets, List.of(), List.of(), List.of(), List.of(), null);
    }

    private static PoamRow bare(ItemFacts facts) {
        return new PoamRow(facts, List.of(), List.of(), List.of(), List.of(), List.of(), null);
    }

    private static ItemFacts facts(String id, String title, ItemStatus status, boolean overdue) {
        boolean closed = !status.isOpen();
        return new ItemFacts(
                id,
                title,
                "First line\nSecond line",
                "Nessus",
                "125313",
                LocalDate.of(2026, 9, 1),
                new BigDecimal("9.8"),
                Severity.CRITICAL,
                Severity.HIGH,
                "Ines Tahoma",
                "it@hartwell.example",
                "Install the update",
                LocalDate.of(2026, 11, 15),
                LocalDate.of(2026, 11, 20),
                LocalDate.of(2026, 9, 8),
                new BigDecimal("12.50"),
                "Two hours of downtime",
                status,
                overdue,
                Severity.LOW,
                Track.OPERATIONAL,
                "Office network",
                "Vendor confirmed",
                closed ? LocalDate.of(2026, 11, 21) : null,
                closed ? ClosedHow.VERIFIED_BY_RESCAN : null,
                closed ? "Closeout" : null);
    }
}
