package io.closeout.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.closeout.access.PolicyCalendar;
import io.closeout.reporting.SnapshotRows.Head;
import io.closeout.shared.NotFound;
import io.closeout.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register and its figures as they were when a review opened: written once, with a digest that tells whether anybody altered them. */
@Service
@Transactional
public class Snapshots {

    private final SnapshotRows rows;
    private final FigureQueries queries;
    private final PolicyCalendar calendar;
    private final ObjectMapper json;

    Snapshots(SnapshotRows rows, FigureQueries queries, PolicyCalendar calendar, ObjectMapper json) {
        this.rows = rows;
        this.queries = queries;
        this.calendar = calendar;
        this.json = json;
    }

    /**
     * @param from first day of what counts as opened, closed, asked and granted
     * @throws org.springframework.dao.DuplicateKeyException if the period has a snapshot already
     */
    public Snapshot freeze(String period, LocalDate from) {
        LocalDate today = calendar.today();
        rows.freeze(period, from);
        FigureCount count = new FigureCount(today);
        MessageDigest digest = Sha256.digest();
        rows.each(period, item -> {
            count.add(item);
            add(item.line(), digest);
        });
        String figures = text(count.figures(from, queries.since(from, today)));
        add(figures, digest);
        rows.insert(period, from, today, new Head(calendar.now(), Sha256.hex(digest.digest()), figures));
        return get(period);
    }

    @Transactional(readOnly = true)
    public Snapshot get(String period) {
        return find(period).orElseThrow(() -> NotFound.of("snapshot", period));
    }

    @Transactional(readOnly = true)
    public Optional<Snapshot> find(String period) {
        return rows.find(period)
                .map(head -> new Snapshot(period, head.takenAt(), head.digest(), figures(head.figures())));
    }

    /** Whether figures and rows are still those that were frozen. */
    @Transactional(readOnly = true)
    public boolean isUnaltered(String period) {
        Head head = rows.find(period).orElseThrow(() -> NotFound.of("snapshot", period));
        MessageDigest digest = Sha256.digest();
        rows.each(period, item -> add(item.line(), digest));
        add(head.figures(), digest);
        return Sha256.hex(digest.digest()).equals(head.digest());
    }

    /** The longest overdue first. */
    @Transactional(readOnly = true)
    public List<FrozenItem> overdue(Snapshot snapshot, int most) {
        return rows.overdue(snapshot.period(), snapshot.figures().asOf(), most);
    }

    @Transactional(readOnly = true)
    public int overdueOf(Snapshot snapshot, String owner) {
        return rows.overdueOf(snapshot.period(), snapshot.figures().asOf(), owner);
    }

    private String text(Figures figures) {
        try {
            return json.writeValueAsString(figures);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Numbers and dates can always be written", impossible);
        }
    }

    private Figures figures(String text) {
        try {
            return json.readValue(text, Figures.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The figures of a snapshot cannot be read", broken);
        }
    }

    private static void add(String line, MessageDigest digest) {
        digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
