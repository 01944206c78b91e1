package io.closeout.threat;

import io.closeout.threat.reading.KevEntry;
import io.closeout.threat.reading.KevEntry.Ransomware;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The catalogue, with what it said before. */
@Repository
@Transactional
class KevRows {

    private static final String AT =
            " since_release <= :release and (until_release is null or until_release > :release)";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    KevRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** What sets a date. */
    record Dates(LocalDate addedOn, LocalDate dueOn) {}

    /** By CVE, as of a release. */
    public Map<String, Dates> dates(long release) {
        Map<String, Dates> dates = new HashMap<>();
        jdbc.sql("select cve, added_on, due_on from kev_listing where" + AT)
                .param("release", release)
                .query(row -> {
                    dates.put(
                            row.getString("cve"),
                            new Dates(
                                    row.getObject("added_on", LocalDate.class),
                                    row.getObject("due_on", LocalDate.class)));
                });
        return dates;
    }

    /** As of a release; CVEs that are not listed are missing. */
    public List<CatalogueEntry> entries(Collection<String> cves, long release) {
        if (cves.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        "select k.*, (select r.feed_version from threat_release r where r.id = k.since_release) as since"
                                + " from kev_listing k where k.cve in (:cves) and" + AT + " order by k.cve")
                .param("cves", cves)
                .param("release", release)
                .query(KevRows::entry)
                .list();
    }

    /** What the catalogue said of a CVE over time, oldest first. */
    public List<CatalogueEntry> history(String cve) {
        return jdbc.sql(
                        "select k.*, (select r.feed_version from threat_release r where r.id = k.since_release) as since"
                                + " from kev_listing k where k.cve = ? order by k.since_release")
                .param(cve)
                .query(KevRows::entry)
                .list();
    }

    private static CatalogueEntry entry(ResultSet row, int number) throws SQLException {
        return new CatalogueEntry(
                row.getString("cve"),
                row.getString("vendor"),
                row.getString("product"),
                row.getString("title"),
                row.getObject("added_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getString("required_action"),
                row.getString("ransomware").equals(Ransomware.KNOWN.name()),
                row.getString("notes"),
                row.getString("since"));
    }

    /** The present entries by CVE. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, KevEntry> present() {
        Map<String, KevEntry> present = new HashMap<>();
        jdbc.sql("select * from kev_listing where until_release is null").query(row -> {
            present.put(
                    row.getString("cve"),
                    new KevEntry(
                            row.getString("cve"),
                            row.getString("vendor"),
                            row.getString("product"),
                            row.getString("title"),
                            Objects.requireNonNull(row.getObject("added_on", LocalDate.class)),
                            Objects.requireNonNull(row.getObject("due_on", LocalDate.class)),
                            row.getString("required_action"),
                            Ransomware.valueOf(row.getString("ransomware")),
                            row.getString("notes")));
        });
        return present;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void end(Collection<String> cves, long release) {
        batches.batchUpdate(
                "update kev_listing set until_release = ? where cve = ? and until_release is null",
                cves.stream().map(cve -> new Object[] {release, cve}).toList());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void insert(Collection<KevEntry> entries, long release) {
        batches.batchUpdate(
                "insert into kev_listing (cve, since_release, vendor, product, title, added_on, due_on, required_action,"
                        + " ransomware, notes) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entries.stream()
                        .map(each -> new Object[] {
                            each.cve(),
                            release,
                            each.vendor(),
                            each.product(),
                            each.title(),
                            each.addedOn(),
                            each.dueOn(),
                            each.requiredAction(),
                            each.ransomware().name(),
                            each.notes()
                        })
                        .toList());
    }
}
