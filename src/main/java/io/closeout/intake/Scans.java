package io.closeout.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.closeout.shared.NotFound;
import io.closeout.shared.Page;
import io.closeout.shared.PageRequest;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The imports and how far each is. */
@Service
@Transactional
public class Scans {

    static final int LONGEST_NAME = 255;

    private static final TypeReference<List<Problem>> PROBLEMS = new TypeReference<>() {};

    private static final Problem FAILURE = new Problem(
            "Import",
            "It could not be finished. An administrator finds the cause in Cockpit and can let it go on from there.");

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final ScopeLease lease;
    private final ApplicationEventPublisher events;

    Scans(JdbcClient jdbc, ObjectMapper json, ScopeLease lease, ApplicationEventPublisher events) {
        this.lease = lease;
        this.events = events;
        this.jdbc = jdbc;
        this.json = json;
    }

    @Transactional(readOnly = true)
    public Scan get(long id) {
        return jdbc.sql("select * from scan where id = ?")
                .param(id)
                .query((row, number) -> scan(row))
                .optional()
                .orElseThrow(() -> NotFound.of("scan", id));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<Scan> list(PageRequest page) {
        long total = jdbc.sql("select count(*) from scan").query(Long.class).single();
        List<Scan> scans = jdbc.sql("select * from scan order by id desc offset ? rows fetch first ? rows only")
                .params(page.offset(), page.size())
                .query((row, number) -> scan(row))
                .list();
        return new Page<>(scans, page.page(), page.size(), total);
    }

    /** What to call what the file does not name: as was said with it, else as the scope. */
    @Transactional(readOnly = true)
    String target(Scan scan) {
        return jdbc.sql(
                        "select coalesce(s.target, p.name) from scan s join scope p on p.id = s.scope_id where s.id = ?")
                .param(scan.id())
                .query(String.class)
                .single();
    }

    /** The last import that was read and whose format begins so. */
    @Transactional(readOnly = true)
    public Optional<Scan> lastReadAs(String format) {
        return jdbc.sql("select * from scan where format like ? order by id desc fetch first 1 rows only")
                .param(format + "%")
                .query((row, number) -> scan(row))
                .optional();
    }

    /** The end of a name that is longer than there is room for. */
    static String shortened(String fileName) {
        return fileName.length() <= LONGEST_NAME ? fileName : fileName.substring(fileName.length() - LONGEST_NAME);
    }

    void enter(long id, ScanState state) {
        jdbc.sql("update scan set state = ? where id = ?")
                .params(state.name(), id)
                .update();
    }

    /** Its columns are not known: it is refused for now, and read once somebody said what they mean. */
    void asksForColumns(long id) {
        jdbc.sql("update scan set asks_columns = true where id = ?").param(id).update();
    }

    /** The file is at fault: nothing of it is taken, and whoever handed it in is told. */
    void refuse(long id, List<Problem> problems) {
        problems(id, problems);
        enter(id, ScanState.REFUSED);
        progress(id, 100);
        events.publishEvent(new ScanNotTaken(id));
    }

    /**
     * Something went wrong that is not the file's fault and did not pass by itself; an incident in Cockpit has the cause, and whoever
     * handed the file in is told.
     */
    public void fail(long id) {
        enter(id, ScanState.FAILED);
        lease.release(id);
        events.publishEvent(new ScanNotTaken(id));
    }

    /** @param percent 0 to 100 */
    public void progress(long id, int percent) {
        jdbc.sql("update scan set progress = ? where id = ?")
                .params(percent, id)
                .update();
    }

    void problems(long id, List<Problem> problems) {
        jdbc.sql("update scan set problems = ? where id = ?")
                .params(written(problems), id)
                .update();
    }

    private String written(List<Problem> problems) {
        try {
            return json.writeValueAsString(problems);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Two texts can always be written", impossible);
        }
    }

    private List<Problem> read(@Nullable String problems) {
        try {
            return problems == null ? List.of() : json.readValue(problems, PROBLEMS);
        } catch (JsonProcessingException altered) {
            throw new IllegalStateException("The problems of a scan are not what was written", altered);
        }
    }

    /** The failure is told as long as it lasts; what the file is to blame for stays. */
    private static List<Problem> withFailure(ScanState state, List<Problem> problems) {
        return state == ScanState.FAILED
                ? Stream.concat(Stream.of(FAILURE), problems.stream()).toList()
                : problems;
    }

    private Scan scan(ResultSet row) throws SQLException {
        ScanState state = ScanState.valueOf(row.getString("state"));
        return new Scan(
                row.getLong("id"),
                row.getString("scope_id"),
                row.getString("file_name"),
                row.getString("file_digest"),
                row.getLong("file_size"),
                row.getTimestamp("received_at").toInstant(),
                row.getString("received_by"),
                state,
                row.getString("format"),
                row.getString("scanner"),
                Optional.ofNullable(row.getDate("scan_date"))
                        .map(Date::toLocalDate)
                        .orElse(null),
                row.getInt("progress"),
                counts(row),
                withFailure(state, read(row.getString("problems"))),
                row.getBoolean("preview"),
                Optional.ofNullable(row.getString("held_because")).stream()
                        .flatMap(String::lines)
                        .toList(),
                decision(row),
                undoing(row),
                row.getBoolean("asks_columns"));
    }

    private static Scan.@Nullable Decision decision(ResultSet row) throws SQLException {
        String verdict = row.getString("decision");
        return verdict == null
                ? null
                : new Scan.Decision(
                        Scan.Verdict.of(verdict),
                        row.getString("decided_by"),
                        row.getTimestamp("decided_at").toInstant(),
                        row.getString("decision_reason"));
    }

    private static Scan.@Nullable Undoing undoing(ResultSet row) throws SQLException {
        String by = row.getString("undone_by");
        return by == null
                ? null
                : new Scan.Undoing(by, row.getTimestamp("undone_at").toInstant(), row.getString("undone_because"));
    }

    private static ScanCounts counts(ResultSet row) throws SQLException {
        return new ScanCounts(
                row.getInt("records"),
                row.getInt("findings"),
                row.getInt("new_findings"),
                row.getInt("seen_again"),
                row.getInt("reappeared"),
                row.getInt("suppressed"),
                row.getInt("verified_absent"),
                row.getInt("not_observed"),
                row.getInt("items_opened"),
                row.getInt("items_reopened"),
                row.getInt("items_verified"));
    }
}
