package io.closeout.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.closeout.intake.parser.Fingerprint;
import io.closeout.intake.parser.ScannedHost;
import io.closeout.register.AssetIdentifier;
import io.closeout.register.CheckDigest;
import io.closeout.register.CveIds;
import io.closeout.register.SeenAsset;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The staging rows of imports: what a file holds before the register knows of it. Every method is one transaction. */
@Component
@Transactional
class Staging {

    /** Before the first host. */
    static final int ALL = -1;

    private static final TypeReference<List<AssetIdentifier>> IDENTIFIERS = new TypeReference<>() {};

    private static final List<String> TABLES =
            List.of("staged_finding", "staged_check", "staged_item", "staged_absence");

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Scans scans;

    Staging(JdbcTemplate batches, JdbcClient jdbc, ObjectMapper json, Scans scans) {
        this.batches = batches;
        this.jdbc = jdbc;
        this.json = json;
        this.scans = scans;
    }

    record Check(int number, String checkId, StagedText text) {}

    record Finding(
            int number,
            int hostNo,
            int checkNo,
            String location,
            String severity,
            @Nullable String output,
            boolean informational) {}

    record Host(
            int number,
            SeenAsset asset,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            Instant seenAt,
            @Nullable Instant foundAt,
            ScannedHost.Contact contact,
            ScannedHost.Credentials credentials,
            Map<String, String> properties,
            String feed) {}

    /** Forgets what was staged of a scan, hosts included: for a new try at reading. */
    void clear(long scanId) {
        finish(scanId);
        jdbc.sql("delete from scan_host where scan_id = ?").param(scanId).update();
    }

    /** Forgets what was staged and is committed by now; what the scan proves of its hosts stays. */
    void finish(long scanId) {
        TABLES.forEach(table -> jdbc.sql("delete from " + table + " where scan_id = ?")
                .param(scanId)
                .update());
    }

    void refuse(long scanId, List<Problem> problems) {
        clear(scanId);
        scans.refuse(scanId, problems);
    }

    void header(long scanId, String format, String scanner, String policyName, String checkSelection) {
        jdbc.sql("update scan set format = ?, scanner = ?, policy_name = ?, check_selection = ? where id = ?")
                .params(format, scanner, cut(policyName, 255), checkSelection, scanId)
                .update();
    }

    void read(long scanId, int records, @Nullable LocalDate scanDate, List<Problem> problems) {
        jdbc.sql("update scan set records = ?, scan_date = coalesce(scan_date, ?) where id = ?")
                .params(records, scanDate == null ? null : Date.valueOf(scanDate), scanId)
                .update();
        scans.problems(scanId, problems);
    }

    void checks(long scanId, List<Check> checks) {
        batches.batchUpdate(
                "insert into staged_check (scan_id, check_no, check_id, title, description, solution, reference_links, cves,"
                        + " severity, cvss, cvss_vector, scanner_severity, check_family, local_check, check_digest)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                checks,
                checks.size() + 1,
                (statement, check) -> {
                    statement.setLong(1, scanId);
                    statement.setInt(2, check.number());
                    statement.setString(3, distinct(check.checkId(), 200));
                    check.text().fill(statement, 4);
                    statement.setString(15, check.text().digest());
                });
    }

    /** The same check, rated worse on another host. */
    void worsen(long scanId, Check check) {
        jdbc.sql("update staged_check set severity = ?, cvss = ?, cvss_vector = ?, scanner_severity = ?"
                        + " where scan_id = ? and check_no = ?")
                .params(
                        check.text().severity().name(),
                        check.text().cvss(),
                        check.text().cvssVector(),
                        check.text().scannerSeverity(),
                        scanId,
                        check.number())
                .update();
    }

    void moreCves(long scanId, int checkNo, Set<String> cves) {
        record Known(String title, String cves) {}
        Known known = jdbc.sql(
                        "select title, coalesce(cves, '') as cves from staged_check where scan_id = ? and check_no = ?")
                .params(scanId, checkNo)
                .query(Known.class)
                .single();
        Set<String> all = new LinkedHashSet<>(CveIds.in(known.cves()));
        all.addAll(cves);
        String together = String.join(" ", all);
        jdbc.sql("update staged_check set cves = ?, check_digest = ? where scan_id = ? and check_no = ?")
                .params(together, CheckDigest.of(known.title(), together), scanId, checkNo)
                .update();
    }

    void findings(long scanId, List<Finding> findings) {
        batches.batchUpdate(
                "insert into staged_finding (scan_id, finding_no, host_no, check_no, location, severity, plugin_output,"
                        + " informational, asset_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                findings,
                findings.size() + 1,
                (statement, finding) -> {
                    statement.setLong(1, scanId);
                    statement.setInt(2, finding.number());
                    statement.setInt(3, finding.hostNo());
                    statement.setInt(4, finding.checkNo());
                    statement.setString(5, distinct(finding.location(), 255));
                    statement.setString(6, finding.severity());
                    statement.setString(7, finding.output());
                    statement.setBoolean(8, finding.informational());
                    // stands for an asset that nobody knows yet
                    statement.setLong(9, -1 - finding.hostNo());
                });
    }

    void hosts(long scanId, List<Host> hosts) {
        batches.batchUpdate(
                "insert into scan_host (scan_id, host_no, name, identifiers, operating_system, started_at, ended_at, seen_at,"
                        + " reached, credentialed, host_properties, contact, credentials, feed, found_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                hosts,
                hosts.size() + 1,
                (statement, host) -> {
                    statement.setLong(1, scanId);
                    statement.setInt(2, host.number());
                    statement.setString(3, cut(host.asset().name(), 255));
                    statement.setString(4, written(host.asset().identifiers()));
                    statement.setString(
                            5,
                            Optional.ofNullable(host.asset().operatingSystem())
                                    .map(system -> cut(system, 255))
                                    .orElse(null));
                    setInstant(statement, 6, host.startedAt());
                    setInstant(statement, 7, host.endedAt());
                    setInstant(statement, 8, host.seenAt());
                    statement.setBoolean(9, host.contact() == ScannedHost.Contact.CHECKED);
                    statement.setBoolean(10, host.credentials() == ScannedHost.Credentials.PROVEN);
                    statement.setString(11, written(host.properties()));
                    statement.setString(12, host.contact().name());
                    statement.setString(13, host.credentials().name());
                    statement.setString(14, host.feed());
                    setInstant(statement, 15, host.foundAt());
                });
    }

    /**
     * Hosts that the register does not know of yet, by name in lower case. Several entries of one name are one machine with all that
     * they say of it.
     *
     * @param after leaves out names whose first entry is not behind this one; {@link #ALL} leaves out none
     */
    @Transactional(readOnly = true)
    List<UnsettledHost> unsettledHosts(long scanId, int after, int most) {
        Map<String, UnsettledHost> hosts = new LinkedHashMap<>();
        jdbc.sql(
                        "select lower(name) as entry, host_no, name, identifiers, operating_system from scan_host where scan_id = :scan"
                                + " and settled = false and lower(name) in (select lower(n.name) from scan_host n"
                                + " where n.scan_id = :scan and n.settled = false group by lower(n.name)"
                                + " having min(n.host_no) > :after order by min(n.host_no)"
                                + " fetch first :most rows only) order by host_no")
                .param("scan", scanId)
                .param("after", after)
                .param("most", most)
                .query((row, number) -> new UnsettledHost(
                        row.getString("entry"),
                        row.getInt("host_no"),
                        new SeenAsset(
                                row.getString("name"),
                                identifiers(row.getString("identifiers")),
                                row.getString("operating_system"))))
                .list()
                .forEach(host -> hosts.merge(host.name(), host, UnsettledHost::with));
        return List.copyOf(hosts.values());
    }

    /**
     * A host that the register does not know of yet.
     *
     * @param name in lower case
     * @param firstNo of its entries
     */
    record UnsettledHost(String name, int firstNo, SeenAsset seen) {

        private UnsettledHost with(UnsettledHost later) {
            return new UnsettledHost(name, firstNo, SeenAssets.together(seen, later.seen));
        }
    }

    /** @param name in lower case */
    void settle(long scanId, String name, long assetId) {
        jdbc.sql("update scan_host set asset_id = ?, settled = true where scan_id = ? and lower(name) = ?")
                .params(assetId, scanId, name)
                .update();
    }

    /**
     * Notes which asset a host would be.
     *
     * @param name in lower case
     * @param assetId null for one that is not known
     */
    void expect(long scanId, String name, @Nullable Long assetId) {
        jdbc.sql("update scan_host set asset_id = ? where scan_id = ? and lower(name) = ?")
                .params(assetId, scanId, name)
                .update();
    }

    private static void setInstant(PreparedStatement statement, int index, @Nullable Instant instant)
            throws SQLException {
        statement.setTimestamp(index, instant == null ? null : Timestamp.from(instant));
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Texts can always be written", impossible);
        }
    }

    private List<AssetIdentifier> identifiers(String text) {
        try {
            return json.readValue(text, IDENTIFIERS);
        } catch (JsonProcessingException altered) {
            throw new IllegalStateException("Staged identifiers are not what was written", altered);
        }
    }

    /** Cut like {@link #cut}, but what differs stays different: it is part of a finding's identity. */
    static String distinct(String text, int most) {
        String end = "~" + Long.toHexString(Fingerprint.of(text));
        return text.length() <= most ? text : text.substring(0, most - end.length()) + end;
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
