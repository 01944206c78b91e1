package io.closeout.intake;

import io.closeout.policy.Criticality;
import io.closeout.policy.GroupBy;
import io.closeout.policy.ItemGrouping;
import io.closeout.register.CveIds;
import io.closeout.shared.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes down with new findings what they share an item for, where that is not their weakness. The table is asked once for each check
 * and kind of asset. What a finding lacks, such as a CVE or a group of its asset, leaves it to its weakness.
 */
@Component
class GroupKeys {

    /** New, and without an item of their own. */
    static final String WANTING =
            " verdict in ('NEW', 'REAPPEARED') and item_id is null and committed = false and scan_id = ";

    private static final int ROWS = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ItemGrouping grouping;

    GroupKeys(JdbcClient jdbc, JdbcTemplate batches, ItemGrouping grouping) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.grouping = grouping;
    }

    private record Check(Severity severity, @Nullable String cve) {}

    /** Findings of a check on assets of a kind; a machine that is not known yet is none. */
    private record Kind(int checkNo, @Nullable String criticality, String assetGroup, String ownerGroup) {}

    private record Keyed(Kind kind, String key) {}

    void settle(Scan scan) {
        jdbc.sql("update staged_finding set group_key = null where group_key is not null and" + WANTING + scan.id())
                .update();
        List<Kind> kinds = kinds(scan.id());
        Map<Integer, Check> checks = checks(scan.id());
        List<Keyed> keyed = new ArrayList<>();
        kinds.forEach(kind -> key(scan, Objects.requireNonNull(checks.get(kind.checkNo())), kind)
                .ifPresent(key -> keyed.add(new Keyed(kind, key))));
        store(scan.id(), keyed);
    }

    private List<Kind> kinds(long scanId) {
        return jdbc.sql("""
                        select s.check_no, a.criticality, coalesce(a.asset_group, '') as asset_group,
                          coalesce(a.owner_group, '') as owner_group
                        from staged_finding s left join asset a on a.id = s.asset_id
                        where s.scan_id = :scan and s.verdict in ('NEW', 'REAPPEARED') and s.item_id is null and s.committed = false
                        group by s.check_no, a.criticality, coalesce(a.asset_group, ''), coalesce(a.owner_group, '')
                        """).param("scan", scanId).query(Kind.class).list();
    }

    private Map<Integer, Check> checks(long scanId) {
        Map<Integer, Check> checks = new HashMap<>();
        jdbc.sql("select check_no, severity, cves from staged_check where scan_id = ?")
                .param(scanId)
                .query(row -> {
                    checks.put(
                            row.getInt("check_no"),
                            new Check(Severity.valueOf(row.getString("severity")), earliest(row.getString("cves"))));
                });
        return checks;
    }

    /** By year and number: scanners that name several of a fix agree on it most. */
    private static @Nullable String earliest(@Nullable String cves) {
        return CveIds.in(cves).stream()
                .map(cve -> cve.toUpperCase(Locale.ROOT))
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    private Optional<String> key(Scan scan, Check check, Kind kind) {
        GroupBy by = grouping.of(new ItemGrouping.Facts(
                String.valueOf(scan.scanner()),
                scan.scopeId(),
                check.severity(),
                check.cve() != null,
                kind.criticality() == null ? Criticality.MEDIUM : Criticality.valueOf(kind.criticality()),
                kind.assetGroup().isEmpty() ? null : kind.assetGroup()));
        return switch (by) {
            case WEAKNESS -> Optional.empty();
            case CVE -> GroupKey.of(by, check.cve());
            case ASSET_GROUP -> GroupKey.of(by, kind.assetGroup());
            case OWNER -> GroupKey.of(by, kind.ownerGroup());
        };
    }

    private void store(long scanId, List<Keyed> keyed) {
        batches.batchUpdate(
                "update staged_finding set group_key = ? where check_no = ? and" + WANTING + scanId
                        + " and (asset_id in (select a.id from asset a where a.criticality = ? and coalesce(a.asset_group, '') = ?"
                        + " and coalesce(a.owner_group, '') = ?)"
                        + " or (? = 'unknown' and not exists (select 1 from asset a where a.id = staged_finding.asset_id)))",
                keyed,
                ROWS,
                (statement, each) -> {
                    String criticality = Objects.requireNonNullElse(each.kind().criticality(), "unknown");
                    statement.setString(1, each.key());
                    statement.setInt(2, each.kind().checkNo());
                    statement.setString(3, criticality);
                    statement.setString(4, each.kind().assetGroup());
                    statement.setString(5, each.kind().ownerGroup());
                    statement.setString(6, criticality);
                });
    }
}
