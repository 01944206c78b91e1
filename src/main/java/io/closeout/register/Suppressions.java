package io.closeout.register;

import io.closeout.access.Actor;
import io.closeout.access.PolicyCalendar;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.register.Suppression.End;
import io.closeout.shared.Severity;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What later imports leave out. Rows say which weakness, on which asset or everywhere in a scope, until when, who decided and what the
 * check was then; imports join them by set-based SQL, which is open to the modules above.
 */
@Service
@Transactional
public class Suppressions {

    private final SuppressionRows rows;
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final PolicyCalendar calendar;
    private final ApplicationEventPublisher events;

    Suppressions(
            SuppressionRows rows,
            JdbcClient jdbc,
            Ledger ledger,
            PolicyCalendar calendar,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.calendar = calendar;
        this.events = events;
    }

    /**
     * What was decided.
     *
     * @param assets ids; empty for all assets of the item's scope
     */
    public record Decided(long requestId, Set<Long> assets, LocalDate until, String reason) {

        public Decided {
            assets = Set.copyOf(assets);
        }
    }

    /** A row of the table of known false positives that fits a check of an import. */
    public record Known(
            String scopeId,
            long weaknessId,
            @Nullable Long assetId,
            String checkDigest,
            Severity severity,
            LocalDate until,
            String reason,
            int tableVersion,
            String tableRow,
            String tableSource) {}

    /**
     * Ends the item's open findings that the decision covers, and has later imports leave them out. An item without a weakness, such as
     * one entered by hand, comes from no scan: there is nothing to leave out then.
     *
     * @return how many findings ended
     */
    public int suppress(PoamItem item, Decided decided, Actor by) {
        rows.weaknessesOf(item.id())
                .forEach(weakness -> rows.insert(item, weakness, worstSeverity(item, weakness), decided, by));
        int ended = endFindings(item.id(), decided.assets());
        ledger.append(LedgerEntry.of("findingsSuppressed", item.id().subject(), by)
                .with("request", decided.requestId())
                .with("assets", decided.assets().isEmpty() ? "everywhere" : decided.assets())
                .with("until", decided.until())
                .with("findings", ended)
                .because(decided.reason()));
        return ended;
    }

    private Severity worstSeverity(PoamItem item, long weakness) {
        return jdbc
                .sql("select severity from weakness where id = :weakness"
                        + " union select severity from finding where item_id = :item and weakness_id = :weakness")
                .param("weakness", weakness)
                .param("item", item.id().text())
                .query(String.class)
                .list()
                .stream()
                .map(Severity::valueOf)
                .min(Severity::compareTo)
                .orElseThrow();
    }

    private int endFindings(PoamId item, Set<Long> assets) {
        return jdbc.sql("update finding set state = :state, ended_at = :now where item_id = :item and state = 'OPEN'"
                        + " and (:everywhere or asset_id in (:assets))")
                .param("state", Findings.End.SUPPRESSED.name())
                .param("now", Timestamp.from(calendar.now()))
                .param("item", item.text())
                .param("everywhere", assets.isEmpty())
                .param("assets", assets.isEmpty() ? Set.of(0L) : assets)
                .update();
    }

    /** Its last day is over; what had ended before stays as it ended. */
    public void expire(long requestId, Actor by) {
        end(rows.inForceOf(requestId), End.EXPIRED, by);
    }

    /** Ends what still holds; the process of a request hears when nothing of it is left. */
    public void end(Collection<Suppression> suppressions, End how, Actor by) {
        List<Suppression> ended = suppressions.stream()
                .filter(each -> rows.end(each.id(), how, calendar.now()))
                .toList();
        ledger.appendAll(ended.stream().map(each -> ending(each, how, by)).toList());
        ended.stream()
                .map(Suppression::requestId)
                .filter(Objects::nonNull)
                .distinct()
                .filter(request -> how != End.EXPIRED && rows.inForceOf(request).isEmpty())
                .forEach(request -> events.publishEvent(new SuppressionsEnded(request)));
    }

    private static LedgerEntry ending(Suppression ended, End how, Actor by) {
        String subject = ended.itemId() == null ? "weakness:" + ended.weaknessId() : "item:" + ended.itemId();
        return LedgerEntry.of("suppressionEnded", subject, by)
                .with("suppression", ended.id())
                .with("asset", ended.asset() == null ? "everywhere" : ended.asset())
                .with("how", how.label());
    }

    /** Makes what the table says hold for later imports; those of the same check and place that said something else end. */
    public void know(Known known, Actor by) {
        long id = rows.insert(known, calendar.now());
        ledger.append(LedgerEntry.of("falsePositiveKnown", "weakness:" + known.weaknessId(), by)
                .with("suppression", id)
                .with("scope", known.scopeId())
                .with("asset", known.assetId() == null ? "everywhere" : known.assetId())
                .with("until", known.until())
                .with("table", "knownFalsePositives version " + known.tableVersion())
                .with("row", known.tableRow())
                .with("source", known.tableSource())
                .because(known.reason()));
    }

    /** Whether an import into the scope has anything to leave out. */
    @Transactional(readOnly = true)
    public boolean anyIn(String scopeId) {
        return rows.anyInForce(scopeId, calendar.today());
    }

    /** Newest first, those that ended included. */
    @Transactional(readOnly = true)
    public List<Suppression> of(PoamId item) {
        return rows.of(item);
    }

    /** By id. */
    @Transactional(readOnly = true)
    public List<Suppression> all(Collection<Long> ids) {
        return rows.all(ids);
    }

    /** Those of the table that hold in a scope. */
    @Transactional(readOnly = true)
    public List<Suppression> knownIn(String scopeId) {
        return rows.inForceIn(scopeId).stream().filter(Suppression::isFromTable).collect(Collectors.toList());
    }

    /** Two assets that are one machine: what was decided for one holds for the machine. */
    @EventListener
    void on(AssetsMerged merged) {
        rows.move(merged.from(), merged.into());
    }
}
