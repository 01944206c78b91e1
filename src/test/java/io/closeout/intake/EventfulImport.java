package io.closeout.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.closeout.register.ItemStatus;
import io.closeout.register.PoamId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** An import in which everything happens, for tests that disturb it. */
final class EventfulImport {

    /** Of its counts, when nothing disturbs it. */
    static final String COUNTS = "scan 3: 3 1 1 1 1 2 1 1";

    private final ImportLab lab;

    EventfulImport(ImportLab lab) {
        this.lab = lab;
    }

    /** Each takes the scan and may be called again, as the worker does. */
    List<LongConsumer> steps() {
        return List.of(
                scan -> lab.reading.read(scan, percent -> {}),
                scan -> lab.comparison.compare(scan, percent -> {}),
                scan -> lab.commit.commit(scan, percent -> {}));
    }

    /**
     * 101 is proved fixed, 102 is still there, 103 was closed and comes back, 104 is new on two machines and needs more than one
     * transaction.
     */
    long received() {
        lab.begin();
        lab.imported(ScanFile.endedAt("2026-03-01T20:00:00Z").host("web1", 100, 101, 102, 103));
        lab.clock.set("2026-03-09T08:00:00Z");
        lab.imported(ScanFile.endedAt("2026-03-08T20:00:00Z").host("web1", 100, 101, 102));
        reportedFixed("POA-2026-002");
        reportedFixed("POA-2026-003");
        lab.clock.set("2026-03-16T08:00:00Z");
        return lab.received(ScanFile.endedAt("2026-03-15T20:00:00Z")
                .runningChecks(101, 102, 103, 104)
                .host("web1", host -> host.weak(102).weak(103).weak(104).informed(105))
                .host("web2", host -> host.weak(104).weakAt(104, 8443))
                .text());
    }

    private void reportedFixed(String id) {
        lab.situations.reportedFixed(
                lab.situations.signedOff(lab.situations.planned(new PoamId(id), LocalDate.of(2026, 3, 20))));
        assertThat(lab.item(id).status()).isEqualTo(ItemStatus.AWAITING_VERIFICATION);
    }

    /** Everything but the item numbers that a kill may leave unused. */
    List<String> outcome() {
        List<String> outcome = new ArrayList<>();
        outcome.addAll(lab.findings());
        lab.items()
                .forEach(item -> outcome.add(item.id() + " " + item.title() + " " + item.status() + " "
                        + item.closedHow() + item.failedVerifications() + item.reopens() + item.siblingOf()));
        lab.jdbc
                .sql("select kind, count(*) as n from ledger_event group by kind order by kind")
                .query((row, number) -> row.getString("kind") + " " + row.getInt("n"))
                .list()
                .forEach(outcome::add);
        for (String table : List.of(
                "asset",
                "weakness",
                "item_asset",
                "info_observation",
                "import_change",
                "evidence",
                "scan_host",
                "scan_seen_again",
                "scan_not_observed",
                "staged_finding",
                "staged_check",
                "staged_item",
                "staged_absence",
                "scope_lease")) {
            outcome.add(table + " " + lab.count(table));
        }
        ScanCounts counts = lab.scans.get(3).counts();
        outcome.add("scan 3: %d %d %d %d %d %d %d %d"
                .formatted(
                        counts.newFindings(),
                        counts.seenAgain(),
                        counts.reappeared(),
                        counts.verifiedAbsent(),
                        counts.notObserved(),
                        counts.itemsOpened(),
                        counts.itemsReopened(),
                        counts.itemsVerified()));
        return withoutNumbers(outcome);
    }

    /** Items by their rank. */
    private List<String> withoutNumbers(List<String> lines) {
        List<String> ids = lab.items().stream().map(item -> item.id().text()).toList();
        return lines.stream()
                .map(line -> {
                    String ranked = line;
                    for (int rank = 0; rank < ids.size(); rank++) {
                        ranked = ranked.replace(ids.get(rank), "item" + rank);
                    }
                    return ranked;
                })
                .toList();
    }
}
