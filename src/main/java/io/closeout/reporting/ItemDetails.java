package io.closeout.reporting;

import io.closeout.access.PolicyCalendar;
import io.closeout.access.WebAddress;
import io.closeout.evidence.EvidenceKind;
import io.closeout.policy.AcceptanceKind;
import io.closeout.register.PoamId;
import io.closeout.reporting.PoamRow.AcceptanceLine;
import io.closeout.reporting.PoamRow.EvidenceLine;
import io.closeout.reporting.PoamRow.MilestoneChange;
import io.closeout.reporting.PoamRow.MilestoneLine;
import io.closeout.reporting.PoamRow.VendorWait;
import io.closeout.shared.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What lies under items, fetched for a range of them at once: one query per kind, however many items. */
@Component
class ItemDetails {

    /** No join: H2 would begin with the assets and compare every one of their items with the range. */
    private static final String ASSETS = """
            select ia.item_id, (select a.name from asset a where a.id = ia.asset_id) as asset_name from item_asset ia
            where ia.item_id > :after and ia.item_id <= :last and char_length(ia.item_id) = :length
            order by asset_name""";

    private static final String MILESTONES = """
            select item_id, position_no, due_on, description, completed_on, dropped_on from milestone
            where item_id > :after and item_id <= :last and char_length(item_id) = :length
            order by position_no, id""";

    private static final String CHANGES = """
            select item_id, milestone_no, changed_on, description from milestone_change
            where item_id > :after and item_id <= :last and char_length(item_id) = :length
            order by id""";

    private static final String EVIDENCE = """
            select e.subject, e.id, e.kind, e.file_name, e.link, e.speaks_of from evidence e
            left join evidence later on later.supersedes = e.id
            where e.subject > :after and e.subject <= :last and char_length(e.subject) = :length and later.id is null
            order by e.id""";

    private static final String ACCEPTANCES = """
            select a.in_force_item, a.kind, a.valid_until, a.original_rating, a.residual_rating, coalesce(p.name, s.decided_by)
            from acceptance a join approval_signature s on s.request_id = a.request_id
            left join person p on p.id = s.decided_by
            where a.in_force_item > :after and a.in_force_item <= :last and char_length(a.in_force_item) = :length
            order by s.decided_at""";

    private static final String VENDORS = """
            select d.waiting_item, d.vendor, d.product, r.asked_at,
                   (select max(c.asked_on) from vendor_check_in c where c.request_id = d.request_id) as checked_in_on
            from vendor_dependency d join approval_request r on r.id = d.request_id
            where d.waiting_item > :after and d.waiting_item <= :last and char_length(d.waiting_item) = :length""";

    private final JdbcClient jdbc;
    private final WebAddress address;
    private final PolicyCalendar calendar;

    ItemDetails(JdbcClient jdbc, WebAddress address, PolicyCalendar calendar) {
        this.jdbc = jdbc;
        this.address = address;
        this.calendar = calendar;
    }

    /**
     * In the order of the items.
     *
     * @param items all of the range, or those of one scope
     */
    List<PoamRow> complete(IdRange range, List<ItemFacts> items) {
        IdRange subjects = range.subjects();
        Map<String, List<String>> assets = byItem(ASSETS, range, (row, number) -> row.getString(2));
        Map<String, List<MilestoneLine>> milestones = byItem(MILESTONES, range, ItemDetails::milestone);
        Map<String, List<MilestoneChange>> changes = byItem(CHANGES, range, ItemDetails::change);
        Map<String, List<EvidenceLine>> evidence = byItem(EVIDENCE, subjects, this::evidence);
        Map<String, List<AcceptanceLine>> acceptances = byItem(ACCEPTANCES, range, ItemDetails::acceptance);
        Map<String, List<VendorWait>> vendors = byItem(VENDORS, range, this::vendor);
        return items.stream()
                .map(item -> new PoamRow(
                        item,
                        assets.getOrDefault(item.id(), List.of()),
                        milestones.getOrDefault(item.id(), List.of()),
                        changes.getOrDefault(item.id(), List.of()),
                        evidence.getOrDefault(subject(item.id()), List.of()),
                        merged(acceptances.getOrDefault(item.id(), List.of())),
                        vendors.getOrDefault(item.id(), List.of()).stream()
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    private static String subject(String id) {
        return new PoamId(id).subject();
    }

    /** The first column says whose row it is. */
    private <T> Map<String, List<T>> byItem(String sql, IdRange range, RowMapper<T> mapper) {
        Map<String, List<T>> found = new HashMap<>();
        jdbc.sql(sql)
                .param("after", range.after())
                .param("last", range.last())
                .param("length", range.length())
                .query(row -> {
                    found.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                            .add(mapper.mapRow(row, 0));
                });
        return found;
    }

    private static MilestoneLine milestone(ResultSet row, int number) throws SQLException {
        return new MilestoneLine(
                row.getInt("position_no"),
                row.getObject("due_on", LocalDate.class),
                row.getString("description"),
                row.getObject("completed_on", LocalDate.class),
                row.getObject("dropped_on", LocalDate.class));
    }

    private static MilestoneChange change(ResultSet row, int number) throws SQLException {
        return new MilestoneChange(
                row.getInt("milestone_no"), row.getObject("changed_on", LocalDate.class), row.getString("description"));
    }

    /** One line per signature. */
    private static AcceptanceLine acceptance(ResultSet row, int number) throws SQLException {
        return new AcceptanceLine(
                AcceptanceKind.valueOf(row.getString("kind")),
                row.getObject("valid_until", LocalDate.class),
                Severity.valueOf(row.getString("original_rating")),
                Severity.valueOf(row.getString("residual_rating")),
                List.of(row.getString(6)));
    }

    private static List<AcceptanceLine> merged(List<AcceptanceLine> signatures) {
        return signatures.stream()
                .limit(1)
                .map(first -> new AcceptanceLine(
                        first.kind(),
                        first.until(),
                        first.original(),
                        first.residual(),
                        signatures.stream()
                                .flatMap(each -> each.signedBy().stream())
                                .toList()))
                .toList();
    }

    private VendorWait vendor(ResultSet row, int number) throws SQLException {
        LocalDate checkedIn = row.getObject("checked_in_on", LocalDate.class);
        LocalDate asked =
                calendar.dateOf(row.getObject("asked_at", OffsetDateTime.class).toInstant());
        return new VendorWait(row.getString("vendor"), row.getString("product"), checkedIn == null ? asked : checkedIn);
    }

    private EvidenceLine evidence(ResultSet row, int number) throws SQLException {
        String link = row.getString("link");
        return new EvidenceLine(
                EvidenceKind.valueOf(row.getString("kind")).label(),
                link == null ? row.getString("file_name") : link,
                row.getObject("speaks_of", LocalDate.class),
                link == null ? contentLink(row.getString("subject"), row.getLong("id")) : link);
    }

    private String contentLink(String subject, long id) {
        return address.text() + "/api/items/" + subject.substring(subject.indexOf(':') + 1) + "/evidence/" + id
                + "/content";
    }
}
