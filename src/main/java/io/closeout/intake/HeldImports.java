package io.closeout.intake;

import io.closeout.access.Actor;
import io.closeout.access.Group;
import io.closeout.intake.Scan.Verdict;
import io.closeout.ledger.Ledger;
import io.closeout.ledger.LedgerEntry;
import io.closeout.policy.ImportGate;
import io.closeout.policy.ImportGate.Facts;
import io.closeout.shared.Refused;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Imports that wait for a person, because somebody wants to see first what would change or because the table {@code importGate} finds
 * them strange. Nothing of a held import is in the register; others go on meanwhile, and a commit compares anew.
 */
@Service
@Transactional
public class HeldImports {

    private static final int MOST = 20;
    private static final int LONGEST_REASON = 2000;

    private final Scans scans;
    private final Staging staging;
    private final ImportFacts facts;
    private final ImportGate gate;
    private final ItemAssignment assignment;
    private final ScopeLease lease;
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    HeldImports(
            Scans scans,
            Staging staging,
            ImportFacts facts,
            ImportGate gate,
            ItemAssignment assignment,
            ScopeLease lease,
            JdbcClient jdbc,
            Ledger ledger,
            Clock clock,
            ApplicationEventPublisher events) {
        this.scans = scans;
        this.staging = staging;
        this.facts = facts;
        this.gate = gate;
        this.assignment = assignment;
        this.lease = lease;
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Follows the comparison.
     *
     * @return whether the import waits for a person now
     */
    public boolean judge(long scanId) {
        Scan scan = scans.get(scanId);
        List<String> reasons = reasons(scan);
        if (reasons.isEmpty() && !scan.preview()) {
            return false;
        }
        assignment.foresee(scan);
        jdbc.sql("update scan set held_because = ? where id = ?")
                .params(String.join("\n", reasons), scanId)
                .update();
        scans.enter(scanId, ScanState.AWAITING_DECISION);
        lease.release(scanId);
        ledger.append(LedgerEntry.of("importHeld", scan.subject(), ScanCommit.IMPORT)
                .with("preview", scan.preview())
                .because(reasons.isEmpty() ? "A preview was asked for." : String.join(" ", reasons)));
        return true;
    }

    private List<String> reasons(Scan scan) {
        List<String> reasons = new ArrayList<>();
        Facts of = facts.of(scan);
        if (!facts.isFirst(scan)) {
            reasons.addAll(gate.reasons(of));
        }
        return reasons;
    }

    /** Those that wait for a person, oldest first, at most {@value #MOST}. */
    @Transactional(readOnly = true)
    public List<Scan> waiting() {
        return jdbc
                .sql("select id from scan where state = ? order by id fetch first " + MOST + " rows only")
                .param(ScanState.AWAITING_DECISION.name())
                .query(Long.class)
                .list()
                .stream()
                .map(scans::get)
                .toList();
    }

    /** @return the figures by which the table judges, as they are now */
    @Transactional(readOnly = true)
    public Facts facts(long scanId) {
        return facts.of(scans.get(scanId));
    }

    /** Who may decide besides the ISSM: whoever asked for a preview, unless the table finds the import strange. */
    @Transactional(readOnly = true)
    public @Nullable String deciderBesideIssm(long scanId) {
        Scan scan = scans.get(scanId);
        return scan.preview() && scan.heldBecause().isEmpty() ? scan.receivedBy() : null;
    }

    /**
     * Lets the import go on, or forgets what was read of the file.
     *
     * @param reason may be missing only where a preview is committed as it was wanted
     * @throws Refused if the import does not wait, or the decision is not this person's
     */
    public void decide(long scanId, Verdict verdict, @Nullable String reason, Actor by) {
        Scan scan = scans.get(scanId);
        if (scan.state() != ScanState.AWAITING_DECISION) {
            throw Refused.because("Import " + scanId + " does not wait for a decision: its state is "
                    + scan.state().label() + ".");
        }
        if (!by.id().equals(deciderBesideIssm(scanId))) {
            by.mustBeIn("decide about a held import", Group.ISSM);
        }
        mustBeSaid(scan, verdict, reason);
        jdbc.sql("update scan set decision = ?, decision_reason = ?, decided_by = ?, decided_at = ? where id = ?")
                .params(verdict.name(), reason, by.id(), Timestamp.from(clock.instant()), scanId)
                .update();
        ledger.append(LedgerEntry.of("importDecided", scan.subject(), by)
                .with("decision", verdict.word())
                .because(reason));
        if (verdict == Verdict.DISCARD) {
            staging.clear(scanId);
            scans.enter(scanId, ScanState.UNDONE);
            scans.progress(scanId, 100);
            events.publishEvent(new ScanNotTaken(scanId));
        } else {
            scans.enter(scanId, ScanState.COMMITTING);
        }
    }

    private static void mustBeSaid(Scan scan, Verdict verdict, @Nullable String reason) {
        String said = reason == null ? "" : reason.strip();
        if (said.isEmpty() && verdict == Verdict.COMMIT && !scan.heldBecause().isEmpty()) {
            throw Refused.because(
                    "Say why the import counts although it is held: " + String.join(" ", scan.heldBecause()));
        }
        if (said.length() > LONGEST_REASON) {
            throw Refused.because("The reason is longer than " + LONGEST_REASON + " characters.");
        }
    }
}
