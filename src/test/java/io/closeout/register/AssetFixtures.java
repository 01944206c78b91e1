package io.closeout.register;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.access.PolicyCalendar;
import io.closeout.evidence.EvidenceLocker;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.Ledgers;
import io.closeout.register.AssetIdentifier.Kind;
import io.closeout.testing.Database;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Assets, items and findings in a database, and the services about them. */
class AssetFixtures {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Actor ISSM = new Actor("issm", Set.of(Group.ISSM), "page");
    static final Actor OTHER_ISSM = new Actor("deputy", Set.of(Group.ISSM), "page");
    static final Actor IT = new Actor("it", Set.of(Group.REMEDIATOR), "page");
    static final Actor ASSESSOR = new Actor("assessor", Set.of(Group.ASSESSOR), "page");

    private static final AtomicInteger NUMBER = new AtomicInteger();

    final Database database;
    final Ledger ledger;
    final AssetIdentity identity;
    final Assets assets;
    final AssetMerge merge;
    final AssetRetirement retirement;
    final AssetSheet sheet;
    final Register register = mock(Register.class);
    final EvidenceLocker evidence = mock(EvidenceLocker.class);
    final List<Object> events = new ArrayList<>();
    private final long weakness;

    AssetFixtures(Database database) {
        this.database = database;
        PolicyCalendar calendar = mock(PolicyCalendar.class);
        when(calendar.now()).thenReturn(NOW);
        PoamItem openItem = mock(PoamItem.class);
        when(openItem.status()).thenReturn(ItemStatus.NEW);
        when(register.get(any())).thenReturn(openItem);
        ledger = Ledgers.on(database, Clock.fixed(NOW, ZoneOffset.UTC));
        AssetRows rows = new AssetRows(database.jdbc());
        identity = database.transactional(new AssetIdentity(database.jdbc(), calendar));
        assets = database.transactional(new Assets(rows, database.jdbc(), ledger, event -> {}));
        merge = database.transactional(new AssetMerge(rows, database.jdbc(), ledger, calendar, events::add));
        retirement = database.transactional(
                new AssetRetirement(rows, database.jdbc(), register, evidence, ledger, calendar));
        Scopes scopes = database.transactional(new Scopes(database.jdbc(), calendar, ledger));
        scopes.addFirst("Enclave");
        sheet = new AssetSheet(rows, assets, identity, scopes, database.transactions());
        weakness = key(
                "insert into weakness (scanner, check_id, title, severity) values ('nessus', '57608', 'SMB', 'HIGH')");
    }

    static SeenAsset seen(String name, AssetIdentifier... identifiers) {
        return new SeenAsset(name, List.of(identifiers), null);
    }

    static AssetIdentifier fqdn(String text) {
        return new AssetIdentifier(Kind.FQDN, text);
    }

    static AssetIdentifier ip(String text) {
        return new AssetIdentifier(Kind.IP, text);
    }

    static AssetIdentifier agent(String text) {
        return new AssetIdentifier(Kind.AGENT, text);
    }

    /** A machine that nothing else is like. */
    long anAsset(String name) {
        return identity.recognise("enclave", seen(name, fqdn(name + NUMBER.incrementAndGet() + ".example")));
    }

    String anItem() {
        String id = "POA-2026-%03d".formatted(NUMBER.incrementAndGet());
        database.jdbc()
                .sql(
                        "insert into poam_item (id, scope_id, weakness_id, track, title, source, severity, priority, status,"
                                + " detected_on, deadline, triage_needed, owner_group, stage, stage_since, created_at)"
                                + " values (?, 'enclave', ?, 'OPERATIONAL', 'SMB', 'Nessus', 'HIGH', 'HIGH', 'NEW', ?, ?, true,"
                                + " 'remediator', 'TRIAGE', ?, ?)")
                .params(id, weakness, day(1), day(31), day(1), Timestamp.from(NOW))
                .update();
        return id;
    }

    private static java.sql.Date day(int number) {
        return java.sql.Date.valueOf(LocalDate.of(2026, 1, number));
    }

    /** @param seenOn day of January 2026 */
    long aFinding(long asset, String item, String state, int seenOn) {
        joinItem(asset, item, seenOn);
        Timestamp seen = Timestamp.valueOf(LocalDate.of(2026, 1, seenOn).atStartOfDay());
        return key(
                "insert into finding (scope_id, weakness_id, asset_id, location, occurrence, state, severity, item_id,"
                        + " first_scan_id, first_seen_at, last_scan_id, last_seen_at, ended_at) values ('enclave', ?, ?, '445/tcp', 1,"
                        + " ?, 'HIGH', ?, ?, ?, ?, ?, ?)",
                weakness,
                asset,
                state,
                item,
                seenOn,
                seen,
                seenOn,
                seen,
                state.equals("OPEN") ? null : seen);
    }

    private void joinItem(long asset, String item, int seenOn) {
        database.jdbc()
                .sql("insert into item_asset (item_id, asset_id, detected_on) values (?, ?, ?)")
                .params(item, asset, day(seenOn))
                .update();
    }

    private long key(String sql, Object... parameters) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        var statement = database.jdbc().sql(sql);
        for (Object parameter : parameters) {
            statement = statement.param(parameter);
        }
        statement.update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** {@code state, superseded, occurrence} of the asset's findings, in the order of adding. */
    List<String> findingsOn(long asset) {
        return database.jdbc()
                .sql("select state, superseded, occurrence from finding where asset_id = ? order by id")
                .param(asset)
                .query((row, number) -> row.getString("state")
                        + (row.getBoolean("superseded") ? " superseded " : " current ")
                        + row.getInt("occurrence"))
                .list();
    }

    <T> T only(String sql, Class<T> type, Object... parameters) {
        return database.jdbc().sql(sql).params(parameters).query(type).single();
    }
}
