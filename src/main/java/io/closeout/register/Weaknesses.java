package io.closeout.register;

import io.closeout.shared.Severity;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is to be fixed, as a scanner describes it: one per scanner family and check id. */
@Service
@Transactional
public class Weaknesses {

    private static final String COLUMNS =
            "select scanner, check_id, title, description, solution, reference_links as \"references\", cves, severity,"
                    + " cvss, cvss_vector, scanner_severity, check_family, local_check";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Weaknesses(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * A weakness with the scanner's own words and raw values.
     *
     * @param cves separated by blanks
     * @param references one per line
     * @param scannerSeverity as the scanner writes it
     */
    public record Weakness(
            String scanner,
            String checkId,
            String title,
            @Nullable String description,
            @Nullable String solution,
            @Nullable String references,
            @Nullable String cves,
            Severity severity,
            @Nullable BigDecimal cvss,
            @Nullable String cvssVector,
            @Nullable String scannerSeverity,
            @Nullable String checkFamily,
            boolean localCheck) {

        /** A file that says less, such as a table, takes nothing away; and no check ever ceases to need a log-on. */
        private Weakness filledFrom(Weakness known) {
            return new Weakness(
                    scanner,
                    checkId,
                    title,
                    either(description, known.description),
                    either(solution, known.solution),
                    either(references, known.references),
                    either(cves, known.cves),
                    severity,
                    cvss,
                    either(cvssVector, cvss != null && cvss.equals(known.cvss) ? known.cvssVector : null),
                    scannerSeverity,
                    either(checkFamily, known.checkFamily),
                    localCheck || known.localCheck);
        }

        /** Together with another one of the same item. */
        private Weakness and(Weakness other) {
            return new Weakness(
                    scanner,
                    checkId,
                    title,
                    description,
                    both(solution, other.solution, "\n\n"),
                    both(references, other.references, "\n"),
                    both(cves, other.cves, " "),
                    severity,
                    cvss,
                    cvssVector,
                    scannerSeverity,
                    checkFamily,
                    localCheck);
        }

        private static @Nullable String both(@Nullable String one, @Nullable String other, String between) {
            boolean nothingNew = other == null || other.isBlank() || (one != null && one.contains(other));
            return one == null || nothingNew ? either(one, other) : one + between + other;
        }

        private static @Nullable String either(@Nullable String said, @Nullable String known) {
            return said == null || said.isBlank() ? known : said;
        }
    }

    @Transactional(readOnly = true)
    public Optional<Weakness> find(long id) {
        return jdbc.sql(COLUMNS + " from weakness where id = ?")
                .param(id)
                .query(Weakness.class)
                .optional();
    }

    /** What an item is about: the weakness that it was opened for, with solutions, references and CVEs of all that joined it. */
    @Transactional(readOnly = true)
    public Optional<Weakness> of(PoamItem item) {
        return item.weaknessId().flatMap(this::find).map(leading -> further(item.id()).stream()
                .reduce(leading, Weakness::and));
    }

    private List<Weakness> further(PoamId item) {
        return jdbc.sql(
                        COLUMNS
                                + " from weakness w join item_weakness m on m.weakness_id = w.id where m.item_id = ? order by id")
                .param(item.text())
                .query(Weakness.class)
                .list();
    }

    /** @return the id under which the weakness is known, its description brought up to date if the scanner's words changed */
    public long remember(Weakness seen) {
        Optional<Long> known = jdbc.sql("select id from weakness where scanner = ? and check_id = ?")
                .params(seen.scanner(), seen.checkId())
                .query(Long.class)
                .optional();
        if (known.isPresent()) {
            update(known.get(), seen);
            return known.get();
        }
        return insert(seen);
    }

    private void update(long id, Weakness told) {
        Optional<Weakness> known = find(id);
        Weakness seen = known.map(told::filledFrom).orElse(told);
        if (known.filter(seen::equals).isPresent()) {
            return;
        }
        jdbc.sql("update weakness set title = :title, description = :description, solution = :solution,"
                        + " reference_links = :references, cves = :cves, severity = :severity, cvss = :cvss,"
                        + " cvss_vector = :cvssVector, scanner_severity = :scannerSeverity, check_family = :checkFamily,"
                        + " local_check = :localCheck where id = :id")
                .params(columns(seen))
                .param("id", id)
                .update();
        known.map(Weakness::severity)
                .filter(before -> seen.severity().isWorseThan(before))
                .ifPresent(before -> events.publishEvent(new SeverityRaised(id, before, seen.severity())));
    }

    private long insert(Weakness seen) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into weakness (scanner, check_id, title, description, solution, reference_links, cves, severity, cvss,"
                                + " cvss_vector, scanner_severity, check_family, local_check) values (:scanner, :checkId, :title,"
                                + " :description, :solution, :references, :cves, :severity, :cvss, :cvssVector, :scannerSeverity,"
                                + " :checkFamily, :localCheck)")
                .params(columns(seen))
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    private static Map<String, @Nullable Object> columns(Weakness seen) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("scanner", seen.scanner());
        columns.put("checkId", seen.checkId());
        columns.put("title", seen.title());
        columns.put("description", seen.description());
        columns.put("solution", seen.solution());
        columns.put("references", seen.references());
        columns.put("cves", seen.cves());
        columns.put("severity", seen.severity().name());
        columns.put("cvss", seen.cvss());
        columns.put("cvssVector", seen.cvssVector());
        columns.put("scannerSeverity", seen.scannerSeverity());
        columns.put("checkFamily", seen.checkFamily());
        columns.put("localCheck", seen.localCheck());
        return columns;
    }
}
