package io.closeout.intake;

import io.closeout.access.PolicyCalendar;
import io.closeout.policy.KnownFalsePositives;
import io.closeout.register.Suppression;
import io.closeout.register.Suppression.End;
import io.closeout.register.Suppressions;
import io.closeout.register.Suppressions.Known;
import io.closeout.shared.Severity;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes suppressions of the rows of {@code knownFalsePositives} that fit the checks of a scan, so that from there on they count, show
 * and end like those that somebody decided. The table is asked once per check, and per asset only if a row names one. What it says no
 * more ends. Runs in the caller's transaction, when the scan is committed.
 */
@Component
class KnownChecks {

    private final KnownFalsePositives table;
    private final Suppressions suppressions;
    private final JdbcClient jdbc;
    private final PolicyCalendar calendar;

    KnownChecks(KnownFalsePositives table, Suppressions suppressions, JdbcClient jdbc, PolicyCalendar calendar) {
        this.table = table;
        this.suppressions = suppressions;
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /** A check of the scan; on one asset where the table names assets. */
    private record Seen(
            long weaknessId,
            String checkId,
            String title,
            String checkDigest,
            Severity severity,
            @Nullable Long assetId,
            @Nullable String asset) {}

    /** What a suppression is about: a weakness, on one asset or everywhere. */
    private record Place(long weaknessId, @Nullable Long assetId) {}

    void settle(Scan scan) {
        List<Suppression> held = suppressions.knownIn(scan.scopeId());
        boolean asks = table.namesChecks();
        if (!asks && held.isEmpty()) {
            return;
        }
        Map<Place, Known> wanted = new HashMap<>();
        Set<Long> seen = new HashSet<>();
        seen(scan).forEach(check -> {
            seen.add(check.weaknessId());
            (asks ? known(scan, check) : Optional.<Known>empty())
                    .ifPresent(row -> wanted.put(new Place(check.weaknessId(), check.assetId()), row));
        });
        held.stream().filter(each -> seen.contains(each.weaknessId())).forEach(each -> keepOrEnd(each, wanted));
        know(wanted.values());
    }

    /** What holds as it is wanted is not wanted any more. */
    private void keepOrEnd(Suppression held, Map<Place, Known> wanted) {
        Place place = new Place(held.weaknessId(), held.assetId());
        Known row = wanted.get(place);
        if (row != null && says(row, held)) {
            wanted.remove(place);
        } else {
            suppressions.end(List.of(held), End.TABLE_CHANGED, ScanCommit.IMPORT);
        }
    }

    private static boolean says(Known row, Suppression held) {
        return row.until().equals(held.until())
                && row.reason().equals(held.reason())
                && row.tableRow().equals(held.tableRow())
                && held.standsFor(row.checkDigest(), row.severity());
    }

    private void know(Collection<Known> rows) {
        rows.forEach(row -> suppressions.know(row, ScanCommit.IMPORT));
    }

    private Optional<Known> known(Scan scan, Seen check) {
        return table.of(String.valueOf(scan.scanner()), check.checkId(), check.title(), check.asset())
                .filter(row -> !row.until().isBefore(calendar.today()))
                .map(row -> new Known(
                        scan.scopeId(),
                        check.weaknessId(),
                        check.assetId(),
                        check.checkDigest(),
                        check.severity(),
                        row.until(),
                        row.reason(),
                        row.version(),
                        row.row(),
                        row.source()));
    }

    private List<Seen> seen(Scan scan) {
        String assets = table.namesAssets() ? "s.asset_id" : "null";
        return jdbc.sql("""
                        select c.weakness_id, c.check_id, c.title, c.check_digest, c.severity, a.id as asset_id, a.name as asset
                        from (select distinct s.check_no, cast(%s as bigint) as asset_id from staged_finding s
                          where s.scan_id = :scan and s.informational = false) n
                        join staged_check c on c.scan_id = :scan and c.check_no = n.check_no
                        left join asset a on a.id = n.asset_id
                        where c.weakness_id is not null order by c.check_no, a.id
                        """.formatted(assets))
                .param("scan", scan.id())
                .query(Seen.class)
                .list();
    }
}
